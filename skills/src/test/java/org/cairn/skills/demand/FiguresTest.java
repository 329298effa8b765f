package org.cairn.skills.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.cairn.skills.demand.Trend.Direction;
import org.cairn.skills.taxonomy.ConceptUri;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final ConceptUri SQL = new ConceptUri("urn:skill:sql");
    private static final ConceptUri R = new ConceptUri("urn:skill:r");

    /// Wilson's interval by hand for 10 of 100, z = 1.959964: middle (0.1 + 0.0192073) / 1.0384146 = 0.1147973, half
    /// of the width 1.959964 · √(0.0009 + 0.0000960365) / 1.0384146 = 0.0595680.
    @Test
    void the_interval_of_a_share_is_wilsons() {
        assertThat(Share.of(10, 100)).isInstanceOfSatisfying(Share.Known.class, share -> {
            assertThat(share.share()).isEqualTo(0.1);
            assertThat(share.low()).isCloseTo(0.05523, within(1e-5));
            assertThat(share.high()).isCloseTo(0.17437, within(1e-5));
        });
    }

    @Test
    void nothing_is_said_of_fewer_than_ten() {
        assertThat(Share.of(9, 100)).isEqualTo(new Share.TooFew());
        assertThat(Share.of(0, 0)).isEqualTo(new Share.TooFew());
        assertThat(Share.of(10, 10)).isInstanceOf(Share.Known.class);
    }

    @Test
    void the_interval_holds_the_truth_as_often_as_it_promises() {
        Random random = new Random(11);
        int held = 0;
        for (int n = 0; n < 4_000; n++) {
            Share.Known share = Share.wilson(binomial(random, 400, 0.05), 400);
            held += share.low() <= 0.05 && 0.05 <= share.high() ? 1 : 0;
        }

        assertThat(held / 4_000.0).isBetween(0.935, 0.97);
    }

    /// Shares that lie on a line of log-odds exactly: the odds double in a year.
    @Test
    void a_trend_gives_back_the_line_it_was_made_from() {
        List<Asked> series = new ArrayList<>();
        for (int month = 0; month <= 12; month++) {
            double odds = 0.1 * Math.pow(2, month / 12.0);
            series.add(new Asked(JANUARY.plusMonths(month), Math.round(1e9 * odds / (1 + odds)), 1_000_000_000));
        }

        assertThat(Trend.of(series)).isInstanceOfSatisfying(Trend.Slope.class, slope -> {
            assertThat(slope.perYear()).isCloseTo(2, within(1e-6));
            assertThat(slope.p()).isLessThan(1e-9);
        });
    }

    @Test
    void too_little_bears_no_trend() {
        assertThat(Trend.of(series(5, 1_000, month -> 0.1))).isEqualTo(new Trend.TooLittle());
        assertThat(Trend.of(series(12, 20, month -> 0.1))).isEqualTo(new Trend.TooLittle());
        assertThat(Trend.of(series(12, 100, month -> 1.0))).isEqualTo(new Trend.TooLittle());
        assertThat(Trend.of(List.of())).isEqualTo(new Trend.TooLittle());
    }

    @Test
    void a_trend_s_interval_holds_the_truth_also_when_months_scatter() {
        Random random = new Random(5);
        int held = 0;
        int called = 0;
        for (int n = 0; n < 1_000; n++) {
            // Nothing changes in truth, but each month has its own mood.
            List<Asked> months = IntStream.range(0, 18)
                    .mapToObj(month -> {
                        double share = 0.08 * Math.exp(0.15 * random.nextGaussian());
                        return new Asked(JANUARY.plusMonths(month), binomial(random, 3_000, share), 3_000);
                    })
                    .toList();
            Trend.Slope slope = (Trend.Slope) Trend.of(months);
            held += slope.low() <= 1 && 1 <= slope.high() ? 1 : 0;
            called += slope.p() < 0.05 ? 1 : 0;
        }

        assertThat(held / 1_000.0).isBetween(0.93, 0.975);
        assertThat(called / 1_000.0).isBetween(0.025, 0.07);
    }

    @Test
    void a_skill_that_grows_by_half_in_a_year_is_seen_to() {
        Random random = new Random(3);
        Map<Integer, Trend> trends = new HashMap<>();
        for (int skill = 0; skill < 1_000; skill++) {
            double growth = skill < 50 ? Math.log(1.5) : 0;
            List<Asked> months = IntStream.range(0, 24)
                    .mapToObj(month -> new Asked(
                            JANUARY.plusMonths(month),
                            binomial(random, 5_000, 0.05 * Math.exp(growth * month / 12)),
                            5_000))
                    .toList();
            trends.put(skill, Trend.of(months));
        }

        Map<Integer, Direction> judged = FalseDiscovery.judged(trends);

        long found = IntStream.range(0, 50)
                .filter(n -> judged.get(n) == Direction.RISING)
                .count();
        long wrong = IntStream.range(50, 1_000)
                .filter(n -> judged.get(n) != Direction.NO_CLEAR_CHANGE)
                .count();
        assertThat(found).isEqualTo(50);
        assertThat(wrong).isLessThanOrEqualTo(6);
    }

    /// Benjamini and Hochberg's own example of 1995: fifteen p-values, of which the first four pass at 5 %.
    @Test
    void the_false_discovery_rate_is_benjamini_and_hochbergs() {
        List<Double> values = List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1.0000);

        assertThat(FalseDiscovery.threshold(values, 0.05)).isEqualTo(0.0095);
        assertThat(FalseDiscovery.threshold(List.of(0.9), 0.05)).isEqualTo(-1);
    }

    @Test
    void a_posting_counts_once_for_each_skill_in_each_region_it_lies_in() {
        Tally tally = new Tally()
                .add(new Region("ES", "ES-MD"), JANUARY, List.of(SQL, SQL, R))
                .add(Region.of("ES"), JANUARY, List.of(SQL))
                .add(Region.EVERYWHERE, JANUARY.plusMonths(1), List.of());

        assertThat(tally.series(Region.EVERYWHERE, SQL))
                .containsExactly(new Asked(JANUARY, 2, 2), new Asked(JANUARY.plusMonths(1), 0, 1));
        assertThat(tally.series(Region.of("ES"), R)).containsExactly(new Asked(JANUARY, 1, 2));
        assertThat(tally.series(new Region("ES", "ES-MD"), SQL)).containsExactly(new Asked(JANUARY, 1, 1));
        assertThat(tally.series(Region.of("FR"), SQL)).isEmpty();
        assertThat(tally.cells()).hasSize(6);
        assertThat(tally.totals()).hasSize(4);
    }

    private interface ShareOf {
        double in(int month);
    }

    private static List<Asked> series(int months, int of, ShareOf share) {
        return IntStream.range(0, months)
                .mapToObj(month -> new Asked(JANUARY.plusMonths(month), Math.round(of * share.in(month)), of))
                .toList();
    }

    private static long binomial(Random random, int of, double share) {
        long asked = 0;
        for (int n = 0; n < of; n++) {
            asked += random.nextDouble() < share ? 1 : 0;
        }
        return asked;
    }
}
