package org.cairn.skills.demand;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a job is: a country by its ISO 3166-1 code of two letters and, where known, a part of it by its code of
/// ISO 3166-2 or its name. Both empty means everywhere, or that nobody said where.
public record Region(String country, String subdivision) implements Comparable<Region> {
    static final int LONGEST = 80;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2}-[A-Za-z0-9]{1,3}");

    /// All that is known, wherever it is. Below the patterns, which its making asks.
    public static final Region EVERYWHERE = new Region("", "");

    /// @throws IllegalArgumentException for what is no country's code, and for a part of no country
    public Region {
        subdivision = tidy(subdivision);
        if (!country.isEmpty() && !COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("a country is a code of two capital letters");
        }
        if (country.isEmpty() && !subdivision.isEmpty()) {
            throw new IllegalArgumentException("a part belongs to a country");
        }
    }

    public static Region of(String country) {
        return new Region(country, "");
    }

    /// The regions in whose figures a posting from here counts: this one and what it lies in, the largest last.
    public List<Region> within() {
        if (country.isEmpty()) {
            return List.of(this);
        }
        return subdivision.isEmpty() ? List.of(this, EVERYWHERE) : List.of(this, of(country), EVERYWHERE);
    }

    private static String tidy(String text) {
        String one = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        String bounded = one.length() > LONGEST ? one.substring(0, LONGEST).strip() : one;
        return CODE.matcher(bounded).matches() ? bounded.toUpperCase(Locale.ROOT) : bounded;
    }

    @Override
    public int compareTo(Region other) {
        int byCountry = country.compareTo(other.country);
        return byCountry != 0 ? byCountry : subdivision.compareTo(other.subdivision);
    }
}
