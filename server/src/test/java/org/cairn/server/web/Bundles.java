package org.cairn.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The message files as they stand in the source tree.
final class Bundles {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    static final List<String> TRANSLATIONS = List.of("es", "ar");

    private Bundles() {}

    /// Names without language and ending, as `identity`.
    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z]+\\.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> english(String name) {
        return read(FOLDER.resolve(name + ".properties"));
    }

    static Map<String, String> translated(String name, String language) {
        return read(FOLDER.resolve(name + "_" + language + ".properties"));
    }

    /// A file that is not there has no words; keys then differ.
    private static Map<String, String> read(Path file) {
        var words = new TreeMap<String, String>();
        if (Files.exists(file)) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        }
        return words;
    }
}
