package org.cairn.skills.demand;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a row says, by column, on its way to a posting.
final class Fields {
    private static final int LONGEST_FIELD = 2_000_000;

    private final Map<Column, String> values = new EnumMap<>(Column.class);

    /// Thrown inside this package only: turned into a [Row.Bad] by the reader.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        final PostingFault fault;
        final String detail;

        Refused(PostingFault fault, String detail) {
            super(fault + " " + detail, null, false, false);
            this.fault = fault;
            this.detail = detail;
        }
    }

    /// The first column of several with the same meaning counts, except that further words add up.
    void put(Column column, String value) throws Refused {
        if (value.length() > LONGEST_FIELD) {
            throw new Refused(PostingFault.TOO_LONG, column.name().toLowerCase(Locale.ROOT));
        }
        // Halves of characters and zeros are no text, and no database takes them.
        String text = value.replaceAll("[\\p{Cs}\\x00]", "");
        if (!text.isBlank()) {
            values.merge(column, text, (old, more) -> column == Column.MORE ? old + "\n" + more : old);
        }
    }

    Posting posting(PostingReader.Defaults defaults) throws Refused {
        String title = name(Column.TITLE, Posting.LONGEST_NAME);
        String text = text();
        if (title.isEmpty() && text.isEmpty()) {
            throw new Refused(PostingFault.NO_WORDS, "");
        }
        LocalDate posted = posted();
        Region region = region(defaults);
        String source = name(Column.SOURCE, Posting.LONGEST_NAME);
        Posting unnamed = new Posting(
                source.isEmpty() ? defaults.source() : source,
                "-",
                title,
                text,
                name(Column.EMPLOYER, Posting.LONGEST_NAME),
                region,
                language(defaults),
                posted,
                Dates.of(value(Column.CLOSES)),
                url());
        String reference = name(Column.REFERENCE, Posting.LONGEST_NAME);
        return named(
                unnamed,
                reference.isEmpty() ? "content:" + Fingerprint.of(unnamed).content() : reference);
    }

    private static Posting named(Posting posting, String reference) {
        return new Posting(
                posting.source(),
                reference,
                posting.title(),
                posting.text(),
                posting.employer(),
                posting.region(),
                posting.language(),
                posting.posted(),
                posting.closes(),
                posting.url());
    }

    private String text() {
        String more = value(Column.MORE);
        String all = value(Column.TEXT) + (more.isEmpty() ? "" : "\n" + more);
        return cut(PlainText.of(cut(all, 4 * Posting.LONGEST_TEXT)), Posting.LONGEST_TEXT);
    }

    private LocalDate posted() throws Refused {
        String said = value(Column.POSTED);
        if (said.isEmpty()) {
            throw new Refused(PostingFault.NO_DATE, "");
        }
        return Dates.of(said).orElseThrow(() -> new Refused(PostingFault.DATE, said));
    }

    private Region region(PostingReader.Defaults defaults) throws Refused {
        String said = value(Column.COUNTRY);
        String part = value(Column.SUBDIVISION);
        if (said.isEmpty()) {
            // A code of ISO 3166-2 says the country too.
            Optional<String> country = part.matches("[A-Za-z]{2}-[A-Za-z0-9]{1,3}")
                    ? Countries.code(part.substring(0, 2))
                    : Optional.empty();
            String known = country.orElse(defaults.country());
            return new Region(known, known.isEmpty() ? "" : part);
        }
        return new Region(Countries.code(said).orElseThrow(() -> new Refused(PostingFault.COUNTRY, said)), part);
    }

    private String language(PostingReader.Defaults defaults) {
        String tag =
                Locale.forLanguageTag(value(Column.LANGUAGE).replace('_', '-')).toLanguageTag();
        return tag.equals("und") || tag.length() > 35 ? defaults.language() : tag;
    }

    private String url() {
        String url = value(Column.URL);
        return url.matches("https?://[^\\s\"<>]{3,1990}") ? url : "";
    }

    private String value(Column column) {
        return values.getOrDefault(column, "").strip();
    }

    private String name(Column column, int longest) {
        return cut(PlainText.of(cut(value(column), 4 * longest)).replace('\n', ' '), longest);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
