package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/// Other ways to count the hours of a week, by which every set of courses that fits into a week still fits.
///
/// Two courses of five hours do not lie side by side in nine, though together with a half of another they come to
/// less than three weeks' hours in two. Counted as a whole week each, they show it: the sum over all weeks then
/// bounds what can be taken, without saying when. These are the dual feasible functions of bin packing: a threshold
/// that makes wide what leaves no room for anything but the narrow, then the rounding of Fekete and Schepers (2001)
/// or that of Carlier, Clautiaux and Moukrim (2007).
///
/// @param all `all.get(i)[n]` is what `n` units count by the i-th way; the last entry is what a week holds
record Roundings(int unit, List<long[]> all) {
    /// Weeks of more units than this have too many ways to count, most of which say little: only the plain one is kept.
    private static final int FINEST = 60;

    /// @param minutes of the week
    /// @param widths minutes a week of what may lie in it, none above `minutes`
    static Roundings of(int minutes, int[] widths) {
        int unit = minutes;
        for (int width : widths) {
            unit = (int) GapProblem.divisor(unit, width);
        }
        int week = unit == 0 ? 0 : minutes / unit;
        if (week < 1) {
            return new Roundings(1, List.of());
        }
        if (week > FINEST) {
            return new Roundings(unit, List.of(LongStream.rangeClosed(0, week).toArray()));
        }
        Set<Integer> units = new HashSet<>();
        for (int width : widths) {
            units.add(width / unit);
        }
        return new Roundings(unit, strongest(candidates(week), units));
    }

    long of(long[] way, int minutes) {
        return way[minutes / unit];
    }

    static long week(long[] way) {
        return way[way.length - 1];
    }

    private static List<long[]> candidates(int week) {
        List<long[]> ways = new ArrayList<>();
        for (int narrow = 0; 2 * narrow <= week; narrow++) {
            int[] widths = new int[week + 1];
            for (int width = 0; width <= week; width++) {
                widths[width] = width > week - narrow ? week : width < narrow ? 0 : width;
            }
            ways.add(Arrays.stream(widths).asLongStream().toArray());
            for (int step = 1; 2 * step <= week; step++) {
                int by = step;
                ways.add(Arrays.stream(widths)
                        .mapToLong(width -> halves(width, week, by))
                        .toArray());
            }
            for (int parts = 1; parts <= week; parts++) {
                int by = parts;
                ways.add(Arrays.stream(widths)
                        .mapToLong(width -> shares(width, week, by))
                        .toArray());
            }
        }
        return ways;
    }

    /// Rounded down to steps below one half of the week, up above it.
    private static long halves(int width, int week, int step) {
        if (2 * width == week) {
            return week / step;
        }
        return 2 * width > week ? 2L * (week / step - (week - width) / step) : 2L * (width / step);
    }

    /// Whole shares stay, others are rounded down to one of `parts`.
    private static long shares(int width, int week, int parts) {
        long many = (parts + 1L) * width;
        return many % week == 0 ? (long) width * parts : many / week * week;
    }

    /// Those that no other says more than, for what lies in the week.
    private static List<long[]> strongest(List<long[]> ways, Set<Integer> units) {
        List<long[]> strongest = new ArrayList<>();
        for (long[] way : ways) {
            if (week(way) > 0 && strongest.stream().noneMatch(other -> saysAsMuch(other, way, units))) {
                strongest.removeIf(other -> saysAsMuch(way, other, units));
                strongest.add(way);
            }
        }
        return strongest;
    }

    private static boolean saysAsMuch(long[] one, long[] other, Set<Integer> units) {
        return units.stream().allMatch(unit -> one[unit] * week(other) >= other[unit] * week(one));
    }
}
