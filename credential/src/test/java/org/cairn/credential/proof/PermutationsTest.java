package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PermutationsTest {

    @Test
    void gives_every_order_once() {
        assertThat(all("a", "b", "c"))
                .containsExactly(
                        List.of("a", "b", "c"),
                        List.of("a", "c", "b"),
                        List.of("b", "a", "c"),
                        List.of("b", "c", "a"),
                        List.of("c", "a", "b"),
                        List.of("c", "b", "a"));
        assertThat(all("a", "b", "c", "d", "e")).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void a_single_item_and_none_have_one_order() {
        assertThat(all("a")).containsExactly(List.of("a"));
        assertThat(all()).containsExactly(List.of());
    }

    @Test
    void gives_no_more_than_there_are() {
        Permutations orders = new Permutations(List.of("a"));
        orders.next();

        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(orders::next);
    }

    private static List<List<String>> all(String... items) {
        List<List<String>> all = new ArrayList<>();
        new Permutations(List.of(items)).forEachRemaining(all::add);
        return all;
    }
}
