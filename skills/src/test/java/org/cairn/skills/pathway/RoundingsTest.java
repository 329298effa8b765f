package org.cairn.skills.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RoundingsTest {
    @Property
    void what_fits_into_a_week_fits_however_it_is_counted(
            @ForAll @IntRange(min = 1, max = 24) int week,
            @ForAll @Size(max = 10) List<@IntRange(min = 0, max = 24) Integer> hours) {
        int[] widths =
                hours.stream().mapToInt(each -> Math.min(each, week) * 60).toArray();
        Roundings roundings = Roundings.of(week * 60, widths);
        int left = week * 60;
        long[] sums = new long[roundings.all().size()];
        for (int width : widths) {
            if (width <= left) {
                left -= width;
                for (int way = 0; way < sums.length; way++) {
                    sums[way] += roundings.of(roundings.all().get(way), width);
                }
            }
        }

        for (int way = 0; way < sums.length; way++) {
            assertThat(sums[way])
                    .isLessThanOrEqualTo(Roundings.week(roundings.all().get(way)));
        }
    }

    @Test
    void two_that_are_wider_than_half_a_week_take_two() {
        Roundings roundings = Roundings.of(9 * 60, new int[] {5 * 60, 4 * 60});

        assertThat(roundings.all())
                .anySatisfy(way -> assertThat(roundings.of(way, 5 * 60)).isEqualTo(Roundings.week(way)));
    }
}
