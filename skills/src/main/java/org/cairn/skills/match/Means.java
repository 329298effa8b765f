package org.cairn.skills.match;

/// How a text was read: by meaning and by words, or by words alone where no model knows the language.
public enum Means {
    HYBRID,
    LEXICAL
}
