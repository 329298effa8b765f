package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.cairn.credential.datamodel.Problem;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.proof.ContentException;
import org.cairn.credential.proof.ProofProblem;
import org.cairn.credential.selective.DisclosureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VcApiWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "_es", "_ar"})
    void every_reason_has_words(String language) throws IOException {
        var words = bundle(language);

        var keys = Stream.of(
                        Arrays.stream(Problem.Code.values()).map(code -> "vcapi.model." + code),
                        Arrays.stream(ProofProblem.values()).map(problem -> "vcapi.proof." + problem),
                        Arrays.stream(DisclosureException.Code.values()).map(code -> "vcapi.disclosure." + code),
                        Arrays.stream(ContentException.Code.values()).map(code -> "vcapi.content." + code),
                        Arrays.stream(MalformedJsonException.Code.values()).map(code -> "vcapi.json." + code))
                .flatMap(s -> s);
        assertThat(keys).allSatisfy(key -> assertThat(words.getProperty(key)).isNotBlank());
    }

    private static Properties bundle(String language) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(
                        VcApiWordsTest.class.getResourceAsStream("/messages/vcapi" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
