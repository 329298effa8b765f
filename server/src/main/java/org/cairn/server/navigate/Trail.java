package org.cairn.server.navigate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The way above a page.
record Trail(String href, String text) {

    /// From the portfolio down.
    static List<Trail> to(Saying saying, Locale locale, Trail... below) {
        return Stream.concat(
                        Stream.of(new Trail("/portfolio", saying.say(locale, "portfolio.list.title"))),
                        Arrays.stream(below))
                .toList();
    }
}
