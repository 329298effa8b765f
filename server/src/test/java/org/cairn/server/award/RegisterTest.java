package org.cairn.server.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.award.Register.Resolution;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.OrganisationId;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static final OrganisationId HERE = new OrganisationId(UUID.randomUUID());
    private static final Recipient ANA = known("Ana Gil", "ana@example.org", "17");

    @Test
    void a_number_means_its_learner_whatever_the_case_and_spacing_of_her_name() {
        assertThat(register(ANA).resolve(wish("ANA  gil", "", "17"))).isEqualTo(new Resolution.Found(ANA));
    }

    @Test
    void a_number_with_another_name_is_refused_and_the_known_name_shown() {
        assertThat(register(ANA).resolve(wish("Luis Gil", "", "17")))
                .isEqualTo(new Resolution.Contradiction(Reason.of("award.reason.numberKnownAs", "17", "Ana Gil")));
    }

    @Test
    void a_number_with_another_address_is_refused() {
        assertThat(register(ANA).resolve(wish("Ana Gil", "other@example.org", "17")))
                .isEqualTo(new Resolution.Contradiction(
                        Reason.of("award.reason.numberKnownWith", "17", "ana@example.org")));
    }

    @Test
    void an_address_with_another_name_is_refused() {
        var register = register(known("Ana Gil", "ana@example.org", ""));

        assertThat(register.resolve(wish("Luis Gil", "ana@example.org", "")))
                .isInstanceOf(Resolution.Contradiction.class);
    }

    @Test
    void two_learners_may_share_an_address_if_they_have_numbers() {
        var register = register(ANA);

        var luis = register.resolve(wish("Luis Gil", "ana@example.org", "18"));

        assertThat(luis).isInstanceOf(Resolution.Found.class);
        assertThat(register.fresh()).hasSize(1);
    }

    @Test
    void who_was_known_by_her_address_may_get_a_number_and_stays_the_same() {
        var before = known("Ana Gil", "ana@example.org", "");
        var register = register(before);

        var found = (Resolution.Found) register.resolve(wish("Ana Gil", "ana@example.org", "17"));

        assertThat(found.recipient().id()).isEqualTo(before.id());
        assertThat(register.changed()).extracting(Recipient::learnerNumber).containsExactly(Optional.of("17"));
        assertThat(register.resolve(wish("Ana Gil", "", "17"))).isEqualTo(found);
    }

    @Test
    void who_has_a_number_is_found_by_her_address_alone() {
        assertThat(register(ANA).resolve(wish("Ana Gil", "ana@example.org", "")))
                .isEqualTo(new Resolution.Found(ANA));
    }

    @Test
    void a_name_alone_means_who_is_known_by_name_alone() {
        var bare = known("Ana Gil", "", "");

        assertThat(register(ANA, bare).resolve(wish("ana gil", "", ""))).isEqualTo(new Resolution.Found(bare));
    }

    @Test
    void the_same_stranger_twice_is_one_learner() {
        var register = register();

        var first = register.resolve(wish("Ana Gil", "ana@example.org", ""));
        var second = register.resolve(wish("ANA GIL", "ana@example.org", ""));

        assertThat(second).isEqualTo(first);
        assertThat(register.fresh()).hasSize(1);
    }

    private static Register register(Recipient... known) {
        return new Register(HERE, List.of(known));
    }

    private static Recipient known(String name, String email, String number) {
        return new Recipient(
                new RecipientId(UUID.randomUUID()),
                HERE,
                name,
                EmailAddress.parse(email),
                Optional.of(number).filter(n -> !n.isEmpty()),
                Optional.empty());
    }

    private static Awarding wish(String name, String email, String number) {
        return new Awarding(
                new SpecVersionId(new UUID(0, 1)),
                name,
                EmailAddress.parse(email),
                Optional.of(number).filter(n -> !n.isEmpty()),
                LocalDate.of(2026, 5, 1),
                Optional.empty(),
                Optional.empty());
    }
}
