package org.cairn.skills.demand;

import java.util.List;

/// A line through the log-odds of monthly shares.
///
/// @param slope of the log-odds, a year
/// @param error standard error of the slope
/// @param settled whether Newton's method came to rest
record Logistic(double slope, double error, int months, boolean settled) {
    private static final int MOST_STEPS = 50;

    /// Newton's method on two numbers: height and slope.
    static Logistic fit(List<Asked> months) {
        double[] years = years(months);
        double asked = months.stream().mapToLong(Asked::asked).sum();
        double of = months.stream().mapToLong(Asked::of).sum();
        double height = Math.log(asked / (of - asked));
        double slope = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            Sums sums = Sums.of(months, years, height, slope);
            double determinant = sums.determinant();
            double up = (sums.i11 * sums.s0 - sums.i01 * sums.s1) / determinant;
            double steeper = (sums.i00 * sums.s1 - sums.i01 * sums.s0) / determinant;
            if (!Double.isFinite(up) || !Double.isFinite(steeper)) {
                break;
            }
            height += up;
            slope += steeper;
            if (Math.abs(up) + Math.abs(steeper) < 1e-10) {
                return settled(months, Sums.of(months, years, height, slope), slope);
            }
        }
        return new Logistic(slope, Double.NaN, months.size(), false);
    }

    private static Logistic settled(List<Asked> months, Sums sums, double slope) {
        double scatter = Math.max(1, sums.pearson / (months.size() - 2));
        double error = Math.sqrt(scatter * sums.i00 / sums.determinant());
        return new Logistic(slope, error, months.size(), Double.isFinite(error) && error > 0);
    }

    /// In years from the middle, which keeps height and slope apart.
    private static double[] years(List<Asked> months) {
        double[] years = months.stream()
                .mapToDouble(each -> each.month().getYear() + each.month().getMonthValue() / 12.0)
                .toArray();
        double middle = java.util.Arrays.stream(years).average().orElse(0);
        return java.util.Arrays.stream(years).map(year -> year - middle).toArray();
    }

    /// Score (s), information (i) and Pearson's sum of squares at a line.
    private record Sums(double s0, double s1, double i00, double i01, double i11, double pearson) {
        double determinant() {
            return i00 * i11 - i01 * i01;
        }

        static Sums of(List<Asked> months, double[] years, double height, double slope) {
            double s0 = 0;
            double s1 = 0;
            double i00 = 0;
            double i01 = 0;
            double i11 = 0;
            double pearson = 0;
            for (int at = 0; at < years.length; at++) {
                double share = 1 / (1 + Math.exp(-(height + slope * years[at])));
                double rest = months.get(at).asked() - months.get(at).of() * share;
                double weight = months.get(at).of() * share * (1 - share);
                s0 += rest;
                s1 += rest * years[at];
                i00 += weight;
                i01 += weight * years[at];
                i11 += weight * years[at] * years[at];
                pearson += rest * rest / weight;
            }
            return new Sums(s0, s1, i00, i01, i11, pearson);
        }
    }
}
