package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.cairn.credential.proof.ContentException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RDFC-1.0 beyond the official suite, which [RdfCanonSuiteTest] runs, and [LabellingInteropTest].
class LabellingTest {

    /// As rdf-canonize of Digital Bazaar has it.
    @Test
    void a_statement_of_a_node_about_itself_counts_once() {
        Dataset statements = new Dataset();
        statements.quad("_:x", "urn:p1", "_:y", null, null, null, null);
        statements.quad("_:x", "urn:p0", "_:z", null, null, null, "urn:r1");
        statements.quad("_:y", "urn:p0", "_:z", null, null, null, null);
        statements.quad("_:y", "urn:p0", "_:y", null, null, null, "urn:r0");
        statements.quad("_:x", "urn:p0", "_:z", null, null, null, null);
        statements.quad("_:z", "urn:p0", "a", "urn:type", null, null, null);
        statements.quad("urn:r1", "urn:p1", "_:x", null, null, null, null);

        assertThat(statements.canonical(Hash.SHA_256)).isEqualTo("""
                <urn:r1> <urn:p1> _:c14n2 .
                _:c14n0 <urn:p0> _:c14n0 <urn:r0> .
                _:c14n0 <urn:p0> _:c14n1 .
                _:c14n1 <urn:p0> "a"^^<urn:type> .
                _:c14n2 <urn:p0> _:c14n1 .
                _:c14n2 <urn:p0> _:c14n1 <urn:r1> .
                _:c14n2 <urn:p1> _:c14n0 .
                """);
    }

    @ParameterizedTest
    @EnumSource(Hash.class)
    void labels_do_not_depend_on_names_or_order(Hash hash) {
        Dataset one = ring("_:a", "_:b", "_:c");
        Dataset other = ring("_:z", "_:x", "_:y");

        assertThat(one.canonical(hash)).isEqualTo(other.canonical(hash)).contains("_:c14n2");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 100, 300})
    void lists_of_alike_cells_are_told_apart(int length) {
        assertThat(list(length).canonical(Hash.SHA_256)).contains("_:c14n" + (length - 1) + " ");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 50_000})
    void gives_up_on_endless_lists_of_alike_cells(int length) {
        Dataset list = list(length);

        assertThat(catchThrowableOfType(ContentException.class, () -> list.canonical(Hash.SHA_256))
                        .code())
                .isEqualTo(Code.TOO_COMPLEX);
    }

    private static Dataset list(int length) {
        Dataset list = new Dataset();
        for (int i = 1; i < length; i++) {
            list.quad("_:b" + (i - 1), "urn:rest", "_:b" + i, null, null, null, null);
        }
        return list;
    }

    private static Dataset ring(String... blanks) {
        Dataset ring = new Dataset();
        for (int i = 0; i < blanks.length; i++) {
            ring.quad(blanks[i], "urn:next", blanks[(i + 1) % blanks.length], null, null, null, null);
        }
        return ring;
    }
}
