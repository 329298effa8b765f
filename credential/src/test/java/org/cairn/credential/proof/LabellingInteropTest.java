package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.cairn.credential.DigitalBazaar;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// RDFC-1.0 beside rdf-canonize, on statements whose blank nodes are hard to tell apart.
class LabellingInteropTest {

    private static final DigitalBazaar NODE = DigitalBazaar.start();

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }

    /// Few properties and few names, so that most blank nodes look alike, and statements about themselves.
    @ParameterizedTest
    @MethodSource("seeds")
    void agrees_with_another_implementation(int seed) {
        Dataset statements = alike(new Random(seed));
        StringBuilder lines = new StringBuilder();
        statements.quads().forEach(quad -> quad.write(lines, blank -> blank));

        var theirs = NODE.ask("label", Json.PROVIDER.createObjectBuilder().add("statements", lines.toString()));

        assertThat(statements.canonical(Hash.SHA_256)).isEqualTo(theirs.getString("statements"));
    }

    private static Dataset alike(Random random) {
        Dataset statements = new Dataset();
        int blanks = 1 + random.nextInt(6);
        for (int i = random.nextInt(12); i >= 0; i--) {
            boolean literal = random.nextInt(5) == 0;
            statements.quad(
                    resource(random, blanks),
                    "urn:p" + random.nextInt(2),
                    literal ? "a" : resource(random, blanks),
                    literal ? "urn:type" : null,
                    null,
                    null,
                    random.nextInt(3) == 0 ? resource(random, blanks) : null);
        }
        return statements;
    }

    private static String resource(Random random, int blanks) {
        return random.nextInt(4) == 0 ? "urn:r" + random.nextInt(2) : "_:b" + random.nextInt(blanks);
    }
}
