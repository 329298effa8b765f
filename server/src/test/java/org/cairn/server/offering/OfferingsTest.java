package org.cairn.server.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairn.server.offering.OfferingFixtures.MARCH_1;
import static org.cairn.server.offering.OfferingFixtures.MARCH_31;
import static org.cairn.server.offering.OfferingFixtures.MARCH_9;
import static org.cairn.server.offering.OfferingFixtures.aClass;
import static org.cairn.server.offering.OfferingFixtures.aPublishedSpec;
import static org.cairn.server.offering.OfferingFixtures.anOpenCourse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.offering.Offering.Status;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CairnTest
class OfferingsTest {
    @Autowired
    Offerings offerings;

    @Autowired
    Specs specs;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Audit audit;

    private Acting school;
    private SpecVersionId spec;

    @BeforeEach
    void aSchoolThatPublishedSomething() {
        school = Acting.system(fixtures.anInstitution());
        spec = aPublishedSpec(specs, school);
    }

    @Test
    void what_is_offered_reads_back_as_it_was_given() {
        var id = offerings.open(school, spec, aClass());

        var offering = read(id);
        assertThat(offering.terms()).isEqualTo(aClass());
        assertThat(offering.terms().title().keySet())
                .as("the main language stays first")
                .containsExactly("es", "en");
        assertThat(offering.spec()).isEqualTo(spec);
        assertThat(offering.organisation()).isEqualTo(school.organisationId());
        assertThat(offering.status()).isEqualTo(Status.OPEN);
        assertThat(offerings.ofOrganisation(school.organisationId())).containsExactly(offering);
    }

    @Test
    void what_is_left_open_reads_back_as_nothing() {
        var terms = read(offerings.open(school, spec, anOpenCourse())).terms();

        assertThat(terms).usingRecursiveComparison().ignoringFields("price").isEqualTo(anOpenCourse());
        assertThat(terms.price()).isZero();
    }

    @Test
    void terms_change_while_it_is_open_and_the_deeds_are_written_down() {
        var id = offerings.open(school, spec, aClass());

        offerings.change(school, id, anOpenCourse(), 1);
        offerings.close(school, id);
        offerings.cancel(school, id);

        assertThat(read(id).terms().mode()).isEqualTo(OfferingTerms.Mode.ONLINE);
        assertThat(read(id).revision()).isEqualTo(2);
        assertThat(read(id).status()).isEqualTo(Status.CANCELLED);
        assertThat(audit.of(school.organisationId().value(), 4))
                .extracting(Audit.Entry::action)
                .containsExactly("offering.cancelled", "offering.closed", "offering.changed", "offering.opened");
    }

    @Test
    void a_change_on_an_outdated_revision_changes_nothing() {
        var id = offerings.open(school, spec, aClass());
        offerings.change(school, id, aClass(), 1);

        assertThatThrownBy(() -> offerings.change(school, id, anOpenCourse(), 1))
                .isInstanceOf(ConflictException.class);

        assertThat(read(id).terms()).isEqualTo(aClass());
    }

    @Test
    void what_is_closed_or_cancelled_stays_so() {
        var closed = offerings.open(school, spec, aClass());
        offerings.close(school, closed);
        var cancelled = offerings.open(school, spec, aClass());
        offerings.cancel(school, cancelled);

        for (var id : List.of(closed, cancelled)) {
            assertThatThrownBy(() -> offerings.change(school, id, anOpenCourse(), 1))
                    .isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> offerings.close(school, id)).isInstanceOf(ConflictException.class);
            assertThat(read(id).terms()).isEqualTo(aClass());
        }
        assertThatThrownBy(() -> offerings.cancel(school, cancelled)).isInstanceOf(ConflictException.class);
    }

    @Test
    void one_can_apply_until_the_last_day_to_apply_and_on_it() {
        offerings.open(school, spec, aClass());

        assertThat(openOn(MARCH_1)).hasSize(1);
        assertThat(openOn(MARCH_1.plusDays(1))).isEmpty();
    }

    @Test
    void without_a_last_day_to_apply_it_is_the_first_day_else_the_last_else_there_is_none() {
        var untilItStarts = offerings.open(school, spec, at(Optional.of(MARCH_9), Optional.of(MARCH_31)));
        var untilItEnds = offerings.open(school, spec, at(Optional.empty(), Optional.of(MARCH_31)));
        var always = offerings.open(school, spec, anOpenCourse());

        assertThat(openOn(MARCH_9)).containsExactlyInAnyOrder(untilItStarts, untilItEnds, always);
        assertThat(openOn(MARCH_31)).containsExactlyInAnyOrder(untilItEnds, always);
        assertThat(openOn(MARCH_31.plusDays(1))).containsExactly(always);
        assertThat(offerings.ofOrganisation(school.organisationId()))
                .as("the record and the query agree")
                .filteredOn(offering -> offering.isOpenOn(MARCH_31))
                .extracting(Offering::id)
                .containsExactlyInAnyOrder(untilItEnds, always);
    }

    @Test
    void only_what_is_open_is_shown_and_only_of_the_versions_asked_for() {
        offerings.close(school, offerings.open(school, spec, anOpenCourse()));
        offerings.cancel(school, offerings.open(school, spec, anOpenCourse()));
        offerings.open(school, aPublishedSpec(specs, school), anOpenCourse());

        assertThat(openOn(MARCH_1)).isEmpty();
        assertThat(offerings.openOf(List.of(), MARCH_1)).isEmpty();
    }

    @Test
    void nobody_offers_what_another_organisation_published_or_touches_its_offerings() {
        var id = offerings.open(school, spec, aClass());
        var other = Acting.system(fixtures.anInstitution());

        assertThatThrownBy(() -> offerings.open(other, spec, aClass())).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> offerings.open(school, new SpecVersionId(UUID.randomUUID()), aClass()))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> offerings.change(other, id, anOpenCourse(), 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> offerings.close(other, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> offerings.cancel(other, id)).isInstanceOf(NotFoundException.class);
        assertThat(offerings.ofOrganisation(other.organisationId())).isEmpty();
        assertThat(read(id).terms()).isEqualTo(aClass());
    }

    private Offering read(OfferingId id) {
        return offerings.offering(school.organisationId(), id);
    }

    private List<OfferingId> openOn(LocalDate day) {
        return offerings.openOf(List.of(spec), day).stream().map(Offering::id).toList();
    }

    private static OfferingTerms at(Optional<LocalDate> start, Optional<LocalDate> end) {
        return aClass().at(start, end, Optional.empty());
    }
}
