package org.cairn.stacking.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cairn.stacking.text.StackText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    @ParameterizedTest
    @MethodSource("names")
    void every_example_reads_has_its_own_name_and_names_its_source(String name) {
        var text = Examples.text(name);

        assertThat(StackText.read(text)).isInstanceOfSatisfying(StackText.Read.class, read -> {
            assertThat(read.stack().id()).isEqualTo(name);
            assertThat(read.stack().title()).containsKeys("en", "es");
        });
        assertThat(text)
                .startsWith("# ")
                .contains("# Published: ")
                .contains("# Evidence: ")
                .contains("# Left open");
    }

    static List<String> names() {
        return Examples.names();
    }

    @Test
    void knows_no_other() {
        assertThatThrownBy(() -> Examples.text("../text/stack.schema")).isInstanceOf(IllegalArgumentException.class);
    }
}
