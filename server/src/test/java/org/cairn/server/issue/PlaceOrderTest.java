package org.cairn.server.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
    private static final byte[] SEED = new byte[32];

    @Test
    void gives_out_each_place_of_a_full_list_once() {
        var order = new PlaceOrder(SEED);
        var taken = new BitSet();

        IntStream.range(0, PlaceOrder.PLACES).map(order::place).forEach(taken::set);

        assertThat(taken.cardinality()).isEqualTo(PlaceOrder.PLACES);
        assertThat(taken.length()).isEqualTo(PlaceOrder.PLACES);
    }

    @Test
    void neighbours_in_time_are_rarely_neighbours_in_the_list() {
        var order = new PlaceOrder(SEED);

        var adjacent = IntStream.range(1, 5_000)
                .filter(turn -> Math.abs(order.place(turn) - order.place(turn - 1)) == 1)
                .count();

        assertThat(adjacent).isLessThan(20);
    }

    @Test
    void another_seed_is_another_order() {
        var seed = SEED.clone();
        seed[31] = 1;

        var same = IntStream.range(0, 1_000)
                .filter(turn -> new PlaceOrder(SEED).place(turn) == new PlaceOrder(seed).place(turn))
                .count();

        assertThat(same).isLessThan(10);
    }

    @Test
    void refuses_a_turn_beyond_the_list() {
        assertThatThrownBy(() -> new PlaceOrder(SEED).place(PlaceOrder.PLACES))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
