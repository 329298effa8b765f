package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.nquads.NQuadsReader;
import com.apicatalog.rdf.nquads.NQuadsReaderException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.credential.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The official RDFC-1.0 suite.
class RdfCanonSuiteTest {

    static Stream<JsonObject> evaluations() {
        return tests("rdfc:RDFC10EvalTest");
    }

    static Stream<JsonObject> maps() {
        return tests("rdfc:RDFC10MapTest");
    }

    static Stream<JsonObject> poisons() {
        return tests("rdfc:RDFC10NegativeEvalTest");
    }

    @ParameterizedTest
    @MethodSource("evaluations")
    void gives_the_canonical_form(JsonObject test) throws Exception {
        assertThat(statements(test).canonical(hash(test))).isEqualTo(Vectors.text(file(test, "result")));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void gives_the_canonical_labels(JsonObject test) throws Exception {
        Map<String, String> expected = Vectors.json(file(test, "result")).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> "_:" + entry.getKey(), entry -> "_:" + ((JsonString) entry.getValue()).getString()));

        assertThat(statements(test).labels(hash(test))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void gives_up_on_poison(JsonObject test) throws Exception {
        Dataset statements = statements(test);

        assertThat(catchThrowableOfType(ContentException.class, () -> statements.canonical(hash(test)))
                        .code())
                .isEqualTo(ContentException.Code.TOO_COMPLEX);
    }

    private static Dataset statements(JsonObject test) throws RdfConsumerException, NQuadsReaderException {
        Dataset statements = new Dataset();
        new NQuadsReader(new StringReader(Vectors.text(file(test, "action")))).provide(statements);
        return statements;
    }

    private static Hash hash(JsonObject test) {
        return test.getString("hashAlgorithm", "").equals("SHA384") ? Hash.SHA_384 : Hash.SHA_256;
    }

    private static String file(JsonObject test, String member) {
        return "rdf-canon/" + test.getString(member);
    }

    private static Stream<JsonObject> tests(String type) {
        return Vectors.json("rdf-canon/manifest.jsonld").getJsonArray("entries").stream()
                .map(JsonObject.class::cast)
                .filter(test -> test.getString("type").equals(type));
    }
}
