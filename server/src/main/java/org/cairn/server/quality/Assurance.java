package org.cairn.server.quality;

import java.util.List;
import java.util.Locale;
import org.cairn.server.catalogue.SpecVersionId;

/// Who else stands behind a version, for the line "assurance" of its label. Declared here,
/// answered by later rooms; every bean of this type is asked.
public interface Assurance {
    /// A sentence for each, in the reader's language; empty where nobody does.
    List<String> says(SpecVersionId version, Locale locale);
}
