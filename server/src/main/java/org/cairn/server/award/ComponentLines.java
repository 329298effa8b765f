package org.cairn.server.award;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.springframework.stereotype.Component;

/// The awards that an award hangs together with, as its page shows them.
@Component
class ComponentLines {
    private final Awards awards;
    private final Specs specs;
    private final Organisations organisations;

    ComponentLines(Awards awards, Specs specs, Organisations organisations) {
        this.awards = awards;
        this.specs = specs;
        this.organisations = organisations;
    }

    /// @param href its page; empty when it is another organisation's, which shows its pages to its own members
    record Line(String title, String issuer, String day, AwardStatus status, Optional<String> href) {}

    List<Line> components(Acting acting, Award award, Locale locale) {
        return lines(acting, awards.components(award.id()), locale);
    }

    /// Of this organisation only: what a learner was awarded elsewhere is not told here.
    List<Line> builtOn(Acting acting, Award award, Locale locale) {
        return lines(
                acting,
                awards.builtOn(award.id()).stream()
                        .filter(a -> a.organisation().equals(acting.organisationId()))
                        .toList(),
                locale);
    }

    /// Where the higher award is, if it is this organisation's.
    Optional<String> absorbedHref(Acting acting, Award award) {
        return award.absorbedInto()
                .flatMap(id -> awards.byId(acting.organisationId(), id))
                .map(higher -> AwardForms.home(acting) + "/" + higher.id());
    }

    private List<Line> lines(Acting acting, List<Award> shown, Locale locale) {
        var titles = specs.published(shown.stream().map(Award::spec).distinct().toList()).stream()
                .collect(Collectors.toMap(PublishedSpec::id, Function.identity()));
        return shown.stream()
                .map(a -> new Line(
                        Optional.ofNullable(titles.get(a.spec()))
                                .map(spec -> spec.content().titleIn(locale))
                                .orElse(""),
                        organisations
                                .byId(a.organisation())
                                .map(Organisation::legalName)
                                .orElse(""),
                        AwardLetters.day(a.awardedOn(), locale),
                        a.status(),
                        Optional.of(AwardForms.home(acting) + "/" + a.id())
                                .filter(href -> a.organisation().equals(acting.organisationId()))))
                .toList();
    }
}
