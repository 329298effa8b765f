package org.cairn.server.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Stack;
import org.springframework.stereotype.Component;

/// Looks up in the catalogue what the ids in a rule are called. Thread-safe.
@Component
class CatalogueNames {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final Specs specs;
    private final Organisations organisations;
    private final StackRepository stacks;

    CatalogueNames(Specs specs, Organisations organisations, StackRepository stacks) {
        this.specs = specs;
        this.organisations = organisations;
        this.stacks = stacks;
    }

    /// Names for a rule of that organisation: its own microcredentials and its partners', and the versions of anybody
    /// that the rule names.
    Names of(OrganisationId owner, Stack rule) {
        var known = new ArrayList<PublishedSpec>();
        var near = new ArrayList<OrganisationId>(List.of(owner));
        near.addAll(stacks.partners(owner));
        near.forEach(each -> known.addAll(specs.publishedOf(each)));
        known.addAll(specs.published(versions(rule)));
        return new Names(titles(known), organisationNames(near, rule), labels(known));
    }

    private static Map<String, Map<String, String>> titles(List<PublishedSpec> known) {
        var titles = new HashMap<String, Map<String, String>>();
        known.stream().sorted(Comparator.comparingInt(PublishedSpec::number)).forEach(spec -> {
            titles.put(spec.id().toString(), spec.content().title());
            titles.put(spec.spec().toString(), spec.content().title());
        });
        return titles;
    }

    private Map<String, String> organisationNames(List<OrganisationId> near, Stack rule) {
        var names = new HashMap<String, String>();
        var named = filters(rule)
                .filter(Filter.Provider.class::isInstance)
                .flatMap(filter -> ((Filter.Provider) filter).in().stream())
                .flatMap(id -> uuid(id).stream())
                .map(OrganisationId::new);
        Stream.concat(near.stream(), named)
                .distinct()
                .flatMap(id -> organisations.byId(id).stream())
                .forEach(organisation -> names.put(organisation.id().toString(), organisation.legalName()));
        return names;
    }

    private static Map<String, String> labels(List<PublishedSpec> known) {
        var labels = new HashMap<String, String>();
        known.stream()
                .map(PublishedSpec::content)
                .map(SpecContent::skills)
                .flatMap(List::stream)
                .filter(skill -> !skill.uri().isBlank() && !skill.label().isBlank())
                .forEach(skill -> labels.put(skill.uri(), skill.label()));
        return labels;
    }

    private static List<SpecVersionId> versions(Stack rule) {
        return filters(rule)
                .filter(Filter.Spec.class::isInstance)
                .flatMap(filter -> ((Filter.Spec) filter).in().stream())
                .flatMap(id -> uuid(id).stream())
                .map(SpecVersionId::new)
                .distinct()
                .toList();
    }

    /// The id in a reference: itself, or the last part of an address.
    static Optional<UUID> uuid(String reference) {
        var last = reference.substring(reference.lastIndexOf('/') + 1);
        return UUID_FORM.matcher(last).matches() ? Optional.of(UUID.fromString(last)) : Optional.empty();
    }

    /// Every filter of a rule with all its parts.
    static Stream<Filter> filters(Stack rule) {
        var slots = rule.slots().stream().map(slot -> slot.accepts());
        var constraints = rule.constraints().stream().flatMap(constraint -> switch (constraint) {
            case Constraint.Share share -> Stream.of(share.of());
            case Constraint.CreditLimit limit -> Stream.of(limit.of());
            case Constraint.CountLimit limit -> Stream.of(limit.of());
            case Constraint.Entry entry -> Stream.of(entry.of());
            case Constraint.TotalCredits _,
                    Constraint.ResidencyCredits _,
                    Constraint.ResidencyShare _,
                    Constraint.GradeAverage _,
                    Constraint.Capstone _,
                    Constraint.Order _,
                    Constraint.Distinct _,
                    Constraint.Equivalent _,
                    Constraint.SharedOutcomes _,
                    Constraint.SharedCredits _,
                    Constraint.Completion _,
                    Constraint.Registration _,
                    Constraint.Absorbs _,
                    Constraint.ExitOnly _,
                    Constraint.Review _ -> Stream.<Filter>empty();
        });
        return Stream.concat(slots, constraints).flatMap(CatalogueNames::parts);
    }

    private static Stream<Filter> parts(Filter filter) {
        return switch (filter) {
            case Filter.All(var of) -> of.stream().flatMap(CatalogueNames::parts);
            case Filter.Any(var of) -> of.stream().flatMap(CatalogueNames::parts);
            case Filter.Not(var of) -> parts(of);
            case Filter.Anything _,
                    Filter.Spec _,
                    Filter.Family _,
                    Filter.Category _,
                    Filter.Outcome _,
                    Filter.Level _,
                    Filter.Grade _,
                    Filter.Provider _,
                    Filter.From _,
                    Filter.Skill _,
                    Filter.AwardedWithin _,
                    Filter.NotExpired _ -> Stream.of(filter);
        };
    }
}
