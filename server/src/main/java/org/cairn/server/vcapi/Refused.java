package org.cairn.server.vcapi;

import java.util.List;
import org.springframework.http.HttpStatus;

/// A request that is answered with problem details; it carries every reason that was found.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Trouble> troubles;

    Refused(HttpStatus status, List<Trouble> troubles) {
        super(status + " " + troubles);
        this.status = status;
        this.troubles = List.copyOf(troubles);
    }

    Refused(List<Trouble> troubles) {
        this(HttpStatus.BAD_REQUEST, troubles);
    }

    Refused(Trouble trouble) {
        this(List.of(trouble));
    }

    HttpStatus status() {
        return status;
    }

    List<Trouble> troubles() {
        return troubles;
    }
}
