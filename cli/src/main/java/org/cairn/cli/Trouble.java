package org.cairn.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// What went wrong with a file, for a person.
final class Trouble {
    private Trouble() {}

    static String inWords(IOException failed) {
        return switch (failed) {
            case NoSuchFileException missing -> missing.getFile() + " is not there";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
            case CharacterCodingException _ -> "the file is not UTF-8";
            default -> String.valueOf(failed.getMessage());
        };
    }
}
