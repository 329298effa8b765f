package org.cairn.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every word exists in every language, and the formatter understands it.
class BundlesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    /// Outside a pair, one apostrophe opens a quotation that swallows placeholders.
    private static final Pattern SINGLE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    static Stream<String> bundles() {
        return Bundles.names().stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_language_has_the_same_keys(String name) {
        var keys = Bundles.english(name).keySet();

        assertThat(Bundles.translated(name, "es").keySet()).isEqualTo(keys);
        assertThat(Bundles.translated(name, "ar").keySet()).isEqualTo(keys);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void translations_have_the_placeholders_of_the_original(String name) {
        var wrong = new ArrayList<String>();
        var english = Bundles.english(name);
        translations(name)
                .forEach(translated -> translated.forEach((key, text) -> {
                    if (!placeholders(text).equals(placeholders(english.getOrDefault(key, text)))) {
                        wrong.add(key + " = " + text);
                    }
                }));

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_text_is_empty(String name) {
        var empty = all(name).filter(e -> e.getValue().isBlank()).map(Map.Entry::getKey);

        assertThat(empty).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_a_message_format_with_doubled_apostrophes(String name) {
        var wrong = all(name)
                .filter(e -> SINGLE_APOSTROPHE.matcher(e.getValue()).find() || !isFormat(e.getValue()))
                .map(e -> e.getKey() + " = " + e.getValue());

        assertThat(wrong).isEmpty();
    }

    private static boolean isFormat(String text) {
        try {
            new MessageFormat(text, Locale.ROOT);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<Map<String, String>> translations(String name) {
        return Bundles.TRANSLATIONS.stream()
                .map(language -> Bundles.translated(name, language))
                .toList();
    }

    private static Stream<Map.Entry<String, String>> all(String name) {
        return Stream.concat(Stream.of(Bundles.english(name)), translations(name).stream())
                .flatMap(words -> words.entrySet().stream());
    }
}
