package org.cairn.skills.demand;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;

/// A job that somebody offers, as plain text.
///
/// @param source where it was published, as the name of a portal; may be empty
/// @param reference what the source calls it; never empty
/// @param text at most 50,000 characters; what is longer is cut when it is read
/// @param employer may be empty
/// @param language BCP 47 tag, or empty where nobody said
/// @param closes the last day to apply
/// @param url where it can be read: http or https, or empty
public record Posting(
        String source,
        String reference,
        String title,
        String text,
        String employer,
        Region region,
        String language,
        LocalDate posted,
        Optional<LocalDate> closes,
        String url) {
    /// Earliest first and total, so that whoever sorts by it keeps the same one of several alike, in whatever order
    /// they came.
    public static final Comparator<Posting> ORDER = Comparator.comparing(Posting::posted)
            .thenComparing(Posting::source)
            .thenComparing(Posting::reference)
            .thenComparing(Posting::employer)
            .thenComparing(Posting::region)
            .thenComparing(Posting::title)
            .thenComparing(Posting::text)
            .thenComparing(Posting::language)
            .thenComparing(Posting::url);

    static final int LONGEST_TEXT = 50_000;
    static final int LONGEST_NAME = 300;

    public Posting {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("a posting needs a reference");
        }
        if (title.isBlank() && text.isBlank()) {
            throw new IllegalArgumentException("a posting needs words");
        }
    }

    public YearMonth month() {
        return YearMonth.from(posted);
    }

    /// Title and text, as they are searched for skills.
    public String words() {
        return text.isBlank() ? title : title.isBlank() ? text : title + "\n" + text;
    }
}
