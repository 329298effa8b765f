package org.cairn.server.navigate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.offering.Offering;
import org.cairn.server.offering.OfferingId;
import org.cairn.server.offering.Offerings;
import org.springframework.stereotype.Component;

/// What can be taken today, with what it is a delivery of. Thread-safe.
@Component
class OpenCatalogue {
    /// So many are planned with, those that begin first; a catalogue beyond it is told of.
    static final int MOST = 5_000;

    private final Offerings offerings;
    private final Specs specs;
    private final Organisations organisations;

    OpenCatalogue(Offerings offerings, Specs specs, Organisations organisations) {
        this.offerings = offerings;
        this.specs = specs;
        this.organisations = organisations;
    }

    /// An offering with its version.
    record Course(Offering offering, PublishedSpec spec) {
        /// Its own title, or that of its version.
        String titleIn(Locale locale) {
            var own = offering.terms().titleIn(locale);
            return own.isBlank() ? spec.content().titleIn(locale) : own;
        }
    }

    /// @param besides offerings that are wanted even if they are not open any more
    Map<OfferingId, Course> open(LocalDate today, Collection<OfferingId> besides) {
        var all = new LinkedHashMap<OfferingId, Offering>();
        offerings.open(today, MOST).forEach(offering -> all.put(offering.id(), offering));
        besides.stream()
                .filter(id -> !all.containsKey(id))
                .flatMap(id -> offerings.one(id).stream())
                .forEach(offering -> all.put(offering.id(), offering));
        var versions = specs
                .published(all.values().stream().map(Offering::spec).distinct().toList())
                .stream()
                .collect(Collectors.toMap(PublishedSpec::id, Function.identity()));
        var courses = new LinkedHashMap<OfferingId, Course>();
        all.values()
                .forEach(offering -> Optional.ofNullable(versions.get(offering.spec()))
                        .ifPresent(spec -> courses.put(offering.id(), new Course(offering, spec))));
        return courses;
    }

    Map<OrganisationId, String> providers(Stream<Course> courses) {
        List<OrganisationId> ids = courses.map(course -> course.offering().organisation())
                .distinct()
                .toList();
        return ids.stream()
                .flatMap(id -> organisations.byId(id).stream())
                .collect(Collectors.toMap(Organisation::id, Organisation::legalName));
    }
}
