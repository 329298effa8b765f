package org.cairn.skills.demand;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/// Whether a skill is asked for more or less often as months go by.
public sealed interface Trend {
    /// Fewer months with postings, or fewer postings that ask, bear no statement.
    int FEWEST_MONTHS = 6;

    int FEWEST_ASKED = 30;

    /// By what the odds of being asked for are multiplied in a year, with its 95 % interval; for skills that few
    /// postings ask for this is nearly the factor of the share itself.
    ///
    /// @param p how likely a factor this far from 1 would be if nothing changed; from 0 to 1
    record Slope(double perYear, double low, double high, double p) implements Trend {}

    /// Too few months or postings.
    record TooLittle() implements Trend {}

    /// In words, after [FalseDiscovery] saw all skills together.
    enum Direction {
        RISING,
        FALLING,
        NO_CLEAR_CHANGE,
        TOO_LITTLE
    }

    /// Logistic regression of the share on the month. Months differ by more than chance (a portal joins, a large
    /// employer hires), so the error is widened by what the months scatter about the line (quasi-binomial), never
    /// narrowed, and judged by Student's distribution.
    ///
    /// @param series one element for a month, in any order; months without postings say nothing
    static Trend of(List<Asked> series) {
        List<Asked> months = series.stream().filter(each -> each.of() > 0).toList();
        long asked = months.stream().mapToLong(Asked::asked).sum();
        long of = months.stream().mapToLong(Asked::of).sum();
        return months.size() < FEWEST_MONTHS || asked < FEWEST_ASKED || asked == of
                ? new TooLittle()
                : slope(Logistic.fit(months));
    }

    private static Trend slope(Logistic fit) {
        if (!fit.settled()) {
            return new TooLittle();
        }
        TDistribution student = TDistribution.of(fit.months() - 2.0);
        double reach = student.inverseSurvivalProbability(0.025) * fit.error();
        return new Slope(
                Math.exp(fit.slope()),
                Math.exp(fit.slope() - reach),
                Math.exp(fit.slope() + reach),
                Math.min(1, 2 * student.survivalProbability(Math.abs(fit.slope()) / fit.error())));
    }
}
