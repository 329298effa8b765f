package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.nquads.NQuadsReader;
import com.apicatalog.rdf.nquads.NQuadsReaderException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.stream.Stream;
import org.cairn.credential.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The official RDFC-1.0 suite, as far as it uses SHA-256.
class RdfCanonSuiteTest {

    static Stream<String> evaluations() {
        return tests("rdfc:RDFC10EvalTest").map(test -> test.getString("action"));
    }

    static Stream<String> poisons() {
        return tests("rdfc:RDFC10NegativeEvalTest").map(test -> test.getString("action"));
    }

    @ParameterizedTest
    @MethodSource("evaluations")
    void gives_the_canonical_form(String action) throws Exception {
        assertThat(canonical(action)).isEqualTo(Vectors.text("rdf-canon/" + action.replace("-in", "-rdfc10")));
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void gives_up_on_poison(String action) {
        assertThatIllegalStateException().isThrownBy(() -> canonical(action));
    }

    private static String canonical(String action) throws RdfConsumerException, NQuadsReaderException {
        Dataset statements = new Dataset();
        new NQuadsReader(new StringReader(Vectors.text("rdf-canon/" + action))).provide(statements);
        return statements.canonical("SHA-256");
    }

    private static Stream<JsonObject> tests(String type) {
        return Vectors.json("rdf-canon/manifest.jsonld").getJsonArray("entries").stream()
                .map(JsonObject.class::cast)
                .filter(test -> test.getString("type").equals(type))
                .filter(test -> !test.containsKey("hashAlgorithm"));
    }
}
