package org.cairn.server.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How long it takes to decide about 100,000 learners after a rule was changed; no test, run by `./dev bench stacking`.
@CairnTest
@Import(StackFixtures.class)
class SweepFigures {
    private static final int LEARNERS = Integer.getInteger("sweep.learners", 100_000);

    @Autowired
    Sweeps sweeps;

    @Autowired
    StackFixtures stacks;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_whole_institution() throws InterruptedException {
        var registrar = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        var modules = List.of(
                stacks.aModule(registrar, "Reading maps", 5, 6),
                stacks.aModule(registrar, "Drawing maps", 5, 6),
                stacks.aModule(registrar, "Printing maps", 5, 6));
        var version =
                stacks.aCertificate(registrar, stacks.aModule(registrar, "Certificate", 10, 6), modules, "L6", "");
        people(registrar, version);
        // Every learner has the first module, every second the second, every third the third.
        for (var place = 0; place < modules.size(); place++) {
            awards(registrar, modules.get(place), place + 1);
        }

        var start = System.nanoTime();
        sweeps.begin(registrar, version.id());
        while (sweeps.of(registrar.organisationId(), version.id())
                .orElseThrow()
                .finishedAt()
                .isEmpty()) {
            Thread.sleep(200);
        }
        var seconds = (System.nanoTime() - start) / 1e9;

        var sweep = sweeps.of(registrar.organisationId(), version.id()).orElseThrow();
        assertThat(sweep.done()).isEqualTo(LEARNERS);
        System.out.printf(Locale.ROOT, "RESULT sweep-learners %d learners%n", LEARNERS);
        System.out.printf(Locale.ROOT, "RESULT sweep-seconds %.1f seconds%n", seconds);
        System.out.printf(Locale.ROOT, "RESULT sweep %.0f per-second%n", LEARNERS / seconds);
        System.out.printf(
                Locale.ROOT, "RESULT sweep-met %d learners%n", sweep.counts().get("MET"));
    }

    /// Written straight into the tables: what is measured is deciding, not awarding.
    private void people(Acting registrar, StackVersion version) {
        jdbc.sql("""
                create table figure_person as
                select gen_random_uuid() as id, gen_random_uuid() as recipient, n from generate_series(1, :learners) n
                """).param("learners", LEARNERS).update();
        jdbc.sql("""
                insert into person (id, name, language, created_at)
                select id, 'Learner ' || n, 'en', now() from figure_person
                """).update();
        jdbc.sql("""
                insert into recipient (id, organisation_id, name, name_key, learner_number, holder_id, created_at)
                select recipient, :organisation, 'Learner ' || n, 'learner ' || n, n::text, id, now() from figure_person
                """).param("organisation", registrar.organisationId().value()).update();
        jdbc.sql("""
                insert into stack_registration (id, organisation_id, stack_id, version_id, person_id, registered_on)
                select gen_random_uuid(), :organisation, :stack, :version, id, '2026-01-01' from figure_person
                """)
                .param("organisation", registrar.organisationId().value())
                .param("stack", version.stack().value())
                .param("version", version.id().value())
                .update();
    }

    private void awards(Acting registrar, SpecVersionId spec, int every) {
        jdbc.sql("""
                insert into award (id, organisation_id, spec_version_id, recipient_id, awarded_on, status,
                  idempotency_key, created_by, created_at)
                select gen_random_uuid(), :organisation, :spec, recipient, '2026-05-01', 'CONFERRED',
                  gen_random_uuid()::text, 'system', now() from figure_person where n % :every = 0
                """)
                .param("organisation", registrar.organisationId().value())
                .param("spec", spec.value())
                .param("every", every)
                .update();
        jdbc.sql("analyze").update();
    }
}
