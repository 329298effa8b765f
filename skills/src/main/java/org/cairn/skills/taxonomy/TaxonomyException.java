package org.cairn.skills.taxonomy;

import java.io.Serial;

/// What lies there is not a distribution that can be read: says which file, and what to do.
public final class TaxonomyException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public TaxonomyException(String message) {
        super(message);
    }

    public TaxonomyException(String message, Throwable cause) {
        super(message, cause);
    }
}
