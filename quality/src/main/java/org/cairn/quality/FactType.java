package org.cairn.quality;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What sort of fact may stand at a path.
public enum FactType {
    TEXT,
    PROSE,
    NUMBER,
    FLAG,
    DAY,
    GROUP,
    /// Of groups.
    LIST,
    /// Of single texts.
    TEXTS,
    /// Below `own`, where anything may be.
    ANYTHING;

    static final Set<FactType> EVERY = EnumSet.allOf(FactType.class);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
