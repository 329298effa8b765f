package org.cairn.server.offering;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.offering.OfferingTerms.Mode;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;

/// The form as the browser sends it, such as `title[en]` or `startsOn`. It is shown again exactly as it was typed, and
/// turned into terms when all of it can be taken. What templates read is public, as their expressions see nothing else.
final class OfferingForm {
    private static final Pattern LOCALISED = Pattern.compile("(.+)\\[([A-Za-z0-9-]{2,20})\\]");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, String> values;

    private OfferingForm(Map<String, String> values) {
        this.values = values;
    }

    static OfferingForm sent(Map<String, String[]> parameters) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach((name, texts) -> Stream.of(texts).findFirst().ifPresent(text -> values.put(name, text)));
        return new OfferingForm(values);
    }

    /// What a new offering starts from.
    static OfferingForm start(String spec, List<String> languages) {
        return new OfferingForm(Map.of("spec", spec, "languages", String.join(" ", languages), "currency", "EUR"));
    }

    static OfferingForm of(OfferingTerms terms) {
        var values = new LinkedHashMap<String, String>();
        put(values, "title", terms.title());
        put(values, "startsOn", terms.startsOn());
        put(values, "endsOn", terms.endsOn());
        put(values, "applyBy", terms.applyBy());
        values.put("price", terms.price().toPlainString());
        values.put("currency", terms.currency());
        values.put("waiver", String.valueOf(terms.waiver()));
        put(values, "waiverFor", terms.waiverFor());
        values.put("mode", terms.mode().name());
        values.put("place", terms.place());
        values.put("languages", String.join(" ", terms.languages()));
        put(values, "hoursPerWeek", terms.hoursPerWeek().map(BigDecimal::toPlainString));
        put(values, "accessibility", terms.accessibility());
        put(values, "places", terms.places());
        values.put("url", terms.url());
        return new OfferingForm(values);
    }

    private static void put(Map<String, String> values, String name, Map<String, String> texts) {
        texts.forEach((tag, text) -> values.put(name + "[" + tag + "]", text));
    }

    private static void put(Map<String, String> values, String name, Optional<?> value) {
        value.ifPresent(v -> values.put(name, v.toString()));
    }

    /// A version and the terms on which it is offered.
    record Opening(SpecVersionId spec, OfferingTerms terms) {}

    /// What a new offering is to be.
    ///
    /// @throws InputException naming every value that cannot be taken
    Opening opening() {
        var spec = Optional.of(value("spec"))
                .filter(id -> ID.matcher(id).matches())
                .map(id -> new SpecVersionId(UUID.fromString(id)));
        var terms = terms(spec.isPresent() ? List.of() : List.of(Fault.of("spec", "offering.field.spec.unknown")));
        return new Opening(spec.orElseThrow(), terms);
    }

    /// The terms.
    ///
    /// @throws InputException naming every value that cannot be taken
    OfferingTerms terms() {
        return terms(List.of());
    }

    private OfferingTerms terms(List<Fault> before) {
        var reading = new Reading(before);
        var terms = reading.terms();
        // What could not be read got a harmless stand-in, so that faults of every kind are told at once.
        var faults = Stream.concat(reading.faults.stream(), OfferingBounds.faults(terms).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
        return terms;
    }

    /// One value as typed; blank when there is none.
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /// The texts of a localised field, by language.
    public Map<String, String> texts(String name) {
        var found = new LinkedHashMap<String, String>();
        values.forEach((key, text) -> {
            var m = LOCALISED.matcher(key);
            if (m.matches() && m.group(1).equals(name)) {
                found.put(m.group(2), text);
            }
        });
        return found;
    }

    /// Languages in which something is typed.
    Set<String> tags() {
        var tags = new LinkedHashSet<String>();
        values.keySet().stream()
                .map(LOCALISED::matcher)
                .filter(m -> m.matches())
                .forEach(m -> tags.add(m.group(2)));
        return tags;
    }

    /// One pass over the form, gathering what is wrong with it.
    private final class Reading {
        private final List<Fault> faults;

        private Reading(List<Fault> before) {
            this.faults = new ArrayList<>(before);
        }

        private OfferingTerms terms() {
            return new OfferingTerms(
                    texts("title"),
                    date("startsOn"),
                    date("endsOn"),
                    date("applyBy"),
                    price(),
                    text("currency").toUpperCase(Locale.ROOT),
                    value("waiver").equals("true"),
                    texts("waiverFor"),
                    mode(),
                    text("place"),
                    Stream.of(text("languages").split("[\\s,;]+"))
                            .filter(w -> !w.isEmpty())
                            .toList(),
                    decimal("hoursPerWeek"),
                    texts("accessibility"),
                    places(),
                    text("url"));
        }

        private BigDecimal price() {
            if (text("price").isEmpty()) {
                faults.add(Fault.of("price", "offering.field.price.missing"));
            }
            return decimal("price").orElse(BigDecimal.ZERO);
        }

        private Mode mode() {
            return Stream.of(Mode.values())
                    .filter(m -> m.name().equals(text("mode")))
                    .findFirst()
                    .orElseGet(() -> {
                        faults.add(Fault.of("mode", "offering.field.mode.missing"));
                        return Mode.ONLINE;
                    });
        }

        private Optional<LocalDate> date(String name) {
            try {
                return text(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(name)));
            } catch (DateTimeException e) {
                faults.add(Fault.of(name, "offering.field.date.form"));
                return Optional.empty();
            }
        }

        private Optional<BigDecimal> decimal(String name) {
            var typed = text(name).replace(',', '.');
            if (!typed.isEmpty() && !typed.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                faults.add(Fault.of(name, "offering.field.number.form"));
                return Optional.empty();
            }
            return Optional.of(typed).filter(t -> !t.isEmpty()).map(BigDecimal::new);
        }

        private Optional<Integer> places() {
            var typed = text("places");
            if (!typed.isEmpty() && !typed.matches("-?\\d{1,9}")) {
                faults.add(Fault.of("places", "offering.field.number.form"));
                return Optional.empty();
            }
            return Optional.of(typed).filter(t -> !t.isEmpty()).map(Integer::valueOf);
        }

        private String text(String name) {
            return value(name).strip();
        }
    }
}
