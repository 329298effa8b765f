package org.cairn.server.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.stack.DeskForms.Option;
import org.springframework.stereotype.Component;

/// The microcredentials that a rule of an organisation may speak of: its own and those of its partners.
@Component
class SpecNames {
    private final Specs specs;
    private final Stacks stacks;
    private final Organisations organisations;

    SpecNames(Specs specs, Stacks stacks, Organisations organisations) {
        this.specs = specs;
        this.stacks = stacks;
        this.organisations = organisations;
    }

    /// What the organisation can award: the newest versions of its own.
    List<Option> awardable(OrganisationId organisation, Locale locale) {
        return newest(organisation).stream()
                .map(spec -> new Option(spec.id().toString(), spec.content().titleIn(locale)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    /// Whatever their version.
    List<Option> families(OrganisationId organisation, Locale locale) {
        var all = new ArrayList<Option>();
        newest(organisation)
                .forEach(spec -> all.add(
                        new Option(spec.spec().toString(), spec.content().titleIn(locale))));
        stacks.partners(organisation)
                .forEach(partner -> organisations
                        .byId(partner)
                        .ifPresent(institution -> newest(partner)
                                .forEach(spec -> all.add(new Option(
                                        spec.spec().toString(),
                                        spec.content().titleIn(locale) + " · " + institution.legalName())))));
        all.sort(Comparator.comparing(Option::label));
        return all;
    }

    private List<PublishedSpec> newest(OrganisationId organisation) {
        return List.copyOf(specs.publishedOf(organisation).stream()
                .collect(Collectors.toMap(
                        PublishedSpec::spec,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(PublishedSpec::number))))
                .values());
    }
}
