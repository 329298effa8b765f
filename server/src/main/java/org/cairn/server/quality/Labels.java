package org.cairn.server.quality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.quality.Report;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.VersionPart;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Draws up the label of a published version.
@Component
@Order(0)
class Labels implements VersionPart {
    private final Quality quality;
    private final Organisations organisations;
    private final List<Assurance> assurances;
    private final MessageSource messages;

    Labels(Quality quality, Organisations organisations, List<Assurance> assurances, MessageSource messages) {
        this.quality = quality;
        this.organisations = organisations;
        this.assurances = assurances;
        this.messages = messages;
    }

    /// What the page of a version does not say by itself.
    record Beside(SpecVersionId version, Label.Line meets) {}

    @Override
    public Optional<Part> part(PublishedSpec version, Locale locale) {
        var issuer = organisations.byId(version.organisation()).orElseThrow();
        return Optional.of(
                new Part("quality/label", new Beside(version.id(), meets(version.content(), issuer, locale))));
    }

    Label of(PublishedSpec spec, Locale locale) {
        var issuer = organisations.byId(spec.organisation()).orElseThrow();
        var content = spec.content();
        var lines = Stream.of(
                line("assessed", outcomes(content, locale), locale),
                line("how", assessments(content, locale), locale),
                line("supervision", supervision(content, locale), locale),
                line("work", workload(content, locale), locale),
                line("level", level(content, locale), locale),
                line("body", List.of(issuer.legalName() + " (" + country(issuer, locale) + ")"), locale),
                line("assurance", assurance(spec, locale), locale),
                line("valid", List.of(validity(content, locale)), locale),
                meets(content, issuer, locale));
        return new Label(spec.id(), content.titleIn(locale), issuer.legalName(), issuer.slug(), lines.toList());
    }

    private Label.Line line(String key, List<String> says, Locale locale) {
        return new Label.Line(
                words("quality.label." + key, locale),
                says.stream().filter(each -> !each.isBlank()).toList());
    }

    private static List<String> outcomes(SpecContent content, Locale locale) {
        return content.outcomes().stream()
                .map(outcome -> outcome.textIn(locale))
                .toList();
    }

    /// What is done, and how complex that is as far as somebody says it.
    private List<String> assessments(SpecContent content, Locale locale) {
        return IntStream.range(0, content.assessments().size())
                .mapToObj(position -> {
                    var type = words(
                            "catalogue.assessment."
                                    + content.assessments().get(position).type(),
                            locale);
                    var complexity = content.frameworkFacts().get("assessment." + position + ".complexity");
                    return complexity == null
                            ? type
                            : type + ": " + messages.getMessage("quality.code." + complexity, null, complexity, locale);
                })
                .distinct()
                .toList();
    }

    private List<String> supervision(SpecContent content, Locale locale) {
        return content.supervision().stream()
                .map(each -> words("catalogue.supervision." + each, locale))
                .toList();
    }

    private List<String> workload(SpecContent content, Locale locale) {
        return Stream.of(
                        content.hours().map(hours -> words("catalogue.hours.n", locale, hours)),
                        content.ects().map(ects -> words("catalogue.ects.n", locale, ects)))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<String> level(SpecContent content, Locale locale) {
        return Stream.of(
                        content.eqfLevel().map(level -> words("catalogue.eqf.n", locale, level)),
                        Optional.of(content.nationalLevel()),
                        Optional.of(content.noLevelReason()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String country(Organisation issuer, Locale locale) {
        return Locale.of("", issuer.country()).getDisplayCountry(locale);
    }

    /// What the provider says, then what others say of it.
    private List<String> assurance(PublishedSpec spec, Locale locale) {
        var content = spec.content();
        var said = IntStream.range(0, content.qualityAssurance().size()).mapToObj(position -> {
            var each = content.qualityAssurance().get(position);
            var until = content.frameworkFacts().get("qualityAssurance." + position + ".validUntil");
            return words("catalogue.qa." + each.type(), locale)
                    + (each.agency().isBlank() ? "" : ": " + each.agency())
                    + (until == null ? "" : " " + words("quality.label.until", locale, until));
        });
        return Stream.concat(said, assurances.stream().flatMap(each -> each.says(spec.id(), locale).stream()))
                .toList();
    }

    private String validity(SpecContent content, Locale locale) {
        return content.validMonths()
                .map(months -> words("catalogue.months.n", locale, months))
                .orElseGet(() -> words("quality.label.forEver", locale));
    }

    /// Frameworks in which no demand is unmet or waits for a person.
    private Label.Line meets(SpecContent content, Organisation issuer, Locale locale) {
        var met = quality.check(content, issuer, quality.packs()).frameworks().stream()
                .filter(framework -> framework.verdict() == Report.Verdict.CONFORMS)
                .map(framework -> framework.pack().nameIn(locale))
                .toList();
        return line("meets", met, locale);
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
