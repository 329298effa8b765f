package org.cairn.server.offering;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Text;

/// What no terms may say: values that cannot mean anything, dates in the wrong order, promises without content.
final class OfferingBounds {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINE = 300;
    private static final int MOST_LANGUAGES = 20;
    private static final int HOURS_OF_A_WEEK = 168;
    private static final int MOST_PLACES = 1_000_000;
    private static final BigDecimal DEAREST = BigDecimal.valueOf(9_999_999);
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());
    /// Without codes for metals, tests and "no currency", which have no coins.
    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toMap(Currency::getCurrencyCode, c -> c, (one, same) -> one));

    private final List<Fault> faults = new ArrayList<>();

    private OfferingBounds() {}

    /// Every value that is out of bounds; empty when the terms can be taken.
    static List<Fault> faults(OfferingTerms terms) {
        var bounds = new OfferingBounds();
        bounds.texts("title", terms.title(), LONGEST_LINE);
        bounds.dates(terms);
        bounds.price(terms);
        bounds.waiver(terms);
        bounds.place(terms);
        bounds.languages(terms.languages());
        bounds.numbers(terms);
        bounds.texts("accessibility", terms.accessibility(), LONGEST_TEXT);
        bounds.address(terms.url());
        return List.copyOf(bounds.faults);
    }

    private void dates(OfferingTerms terms) {
        date("startsOn", terms.startsOn());
        date("endsOn", terms.endsOn());
        date("applyBy", terms.applyBy());
        if (isBefore(terms.endsOn(), terms.startsOn())) {
            fault("endsOn", "offering.field.endsOn.order");
        }
        if (isBefore(terms.endsOn(), terms.applyBy())) {
            fault("applyBy", "offering.field.applyBy.order");
        }
    }

    private static boolean isBefore(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent() && one.get().isBefore(other.get());
    }

    private void date(String field, Optional<LocalDate> date) {
        if (date.filter(d -> d.isBefore(EARLIEST) || d.isAfter(LATEST)).isPresent()) {
            fault(field, "offering.field.date.form");
        }
    }

    private void price(OfferingTerms terms) {
        var currency = CURRENCIES.get(terms.currency());
        if (currency == null) {
            fault("currency", "offering.field.currency.form");
        }
        // An amount in yen has no decimals; more than two have no place in the database.
        var decimals = currency == null ? 2 : Math.min(2, currency.getDefaultFractionDigits());
        var price = terms.price();
        if (price.signum() < 0
                || price.compareTo(DEAREST) > 0
                || price.stripTrailingZeros().scale() > decimals) {
            fault("price", "offering.field.price.form", decimals);
        }
    }

    private void waiver(OfferingTerms terms) {
        texts("waiverFor", terms.waiverFor(), LONGEST_TEXT);
        if (terms.waiver() && terms.waiverFor().isEmpty()) {
            fault("waiverFor", "offering.field.waiverFor.missing");
        }
        if (!terms.waiver() && !terms.waiverFor().isEmpty()) {
            fault("waiver", "offering.field.waiver.missing");
        }
    }

    private void place(OfferingTerms terms) {
        if (terms.mode() == OfferingTerms.Mode.ON_SITE && terms.place().isEmpty()) {
            fault("place", "offering.field.place.missing");
        }
        if (terms.place().length() > LONGEST_LINE) {
            fault("place", "offering.field.tooLong", LONGEST_LINE);
        }
        if (!Text.isLine(terms.place())) {
            fault("place", "problem.text");
        }
    }

    private void languages(List<String> tags) {
        if (tags.isEmpty() || tags.size() > MOST_LANGUAGES) {
            fault("languages", "offering.field.languages.count", MOST_LANGUAGES);
        }
        tags.forEach(tag -> language("languages", tag));
    }

    private void numbers(OfferingTerms terms) {
        var hours = terms.hoursPerWeek();
        if (hours.filter(h -> h.signum() <= 0 || h.compareTo(BigDecimal.valueOf(HOURS_OF_A_WEEK)) > 0 || h.scale() > 2)
                .isPresent()) {
            fault("hoursPerWeek", "offering.field.hoursPerWeek.form", HOURS_OF_A_WEEK);
        }
        if (terms.places().filter(p -> p < 1 || p > MOST_PLACES).isPresent()) {
            fault("places", "offering.field.places.form", MOST_PLACES);
        }
    }

    private void texts(String field, Map<String, String> texts, int longest) {
        texts.keySet().forEach(tag -> language(field, tag));
        if (texts.size() > MOST_LANGUAGES || texts.values().stream().anyMatch(t -> t.length() > longest)) {
            fault(field, "offering.field.tooLong", longest);
        }
        if (!texts.values().stream().allMatch(longest == LONGEST_LINE ? Text::isLine : Text::isText)) {
            fault(field, "problem.text");
        }
    }

    private void language(String field, String tag) {
        if (!isLanguage(tag)) {
            fault(field, "offering.field.language.form", tag.length() > 20 ? tag.substring(0, 20) : tag);
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            return ISO_LANGUAGES.contains(
                    new Locale.Builder().setLanguageTag(tag).build().getLanguage());
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private void address(String url) {
        if (!url.isEmpty() && (url.length() > LONGEST_LINE || !isHttps(url))) {
            fault("url", "offering.field.url.form");
        }
    }

    private static boolean isHttps(String url) {
        try {
            var uri = new URI(url);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void fault(String field, String key, Object... args) {
        faults.add(Fault.of(field, key, args));
    }
}
