package org.cairn.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cairn.credential.verify.Check;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "_es", "_ar"})
    void every_finding_verdict_check_and_refusal_has_words(String language) throws IOException {
        var words = bundle(language);

        var keys = Stream.of(
                        Arrays.stream(FindingCode.values()).map(code -> "verify.finding." + code),
                        Arrays.stream(Verdict.values()).map(verdict -> "verify.sentence." + verdict),
                        Arrays.stream(Check.values()).map(check -> "verify.check." + check),
                        Arrays.stream(Refusal.values()).map(Refusal::key))
                .flatMap(s -> s);
        assertThat(keys).allSatisfy(key -> assertThat(words.getProperty(key)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_es", "_ar"})
    void every_finding_says_all_that_the_library_knows(String language) throws IOException {
        var words = bundle(language);

        assertThat(FindingCode.values())
                .allSatisfy(code -> assertThat(said(words.getProperty("verify.finding." + code)))
                        .isEqualTo(said(code.pattern())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_es", "_ar"})
    void a_translation_has_the_same_keys_as_the_original(String language) throws IOException {
        assertThat(new TreeSet<>(bundle(language).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(bundle("").stringPropertyNames()));
    }

    /// Which of two arguments a pattern shows.
    private static List<Boolean> said(String pattern) {
        var text = new MessageFormat(pattern, Locale.ROOT).format(new Object[] {"<first>", "<second>"});
        return List.of(text.contains("<first>"), text.contains("<second>"), text.contains("{"));
    }

    private static Properties bundle(String language) throws IOException {
        var path = "/messages/verify" + language + ".properties";
        try (var in = Objects.requireNonNull(VerifyWordsTest.class.getResourceAsStream(path));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return words;
        }
    }
}
