package org.cairn.server.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.cairn.server.web.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@CairnTest
@Import(StackFixtures.class)
class SweepsTest {
    @Autowired
    Sweeps sweeps;

    @Autowired
    Registrations registrations;

    @Autowired
    StackFixtures stacks;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    private Acting registrar;
    private List<SpecVersionId> modules;
    private StackVersion version;

    @BeforeEach
    void aStack() {
        registrar = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        modules = List.of(
                stacks.aModule(registrar, "Reading maps", 5, 6), stacks.aModule(registrar, "Drawing maps", 5, 6));
        version = stacks.aCertificate(registrar, stacks.aModule(registrar, "Certificate", 10, 6), modules, "L6", "");
    }

    private void aRegisteredLearnerWith(int held) {
        var address = fixtures.anAddress();
        var learner = fixtures.aPerson(address);
        modules.subList(0, held).forEach(spec -> stacks.award(registrar, spec, learner, address));
        registrations.register(stacks.signedIn(learner), version.id());
    }

    /// The work itself, without waiting for the scheduler.
    private void sweep() {
        sweeps.begin(registrar, version.id());
        jdbc.sql("delete from scheduled_tasks where task_name = 'stack-sweep' and task_instance = :id and not picked")
                .param("id", version.id().toString())
                .update();
        while (sweeps.step(version.id())) {}
    }

    @Test
    void every_registered_learner_is_decided_about() {
        aRegisteredLearnerWith(2);
        aRegisteredLearnerWith(2);
        aRegisteredLearnerWith(1);

        sweep();

        var sweep = sweeps.of(registrar.organisationId(), version.id()).orElseThrow();
        assertThat(sweep.counts()).isEqualTo(Map.of("MET", 2, "NOT_MET", 1));
        assertThat(sweep.total()).isEqualTo(3);
        assertThat(sweep.finishedAt()).isPresent();
    }

    @Test
    void it_goes_on_after_the_last_learner_that_is_written_down() {
        aRegisteredLearnerWith(2);
        aRegisteredLearnerWith(2);
        sweep();
        jdbc.sql("delete from stack_progress where version_id = :version")
                .param("version", version.id().value())
                .update();
        jdbc.sql("""
                update stack_sweep set finished_at = null, done = 1,
                  last_person = (select min(person_id::text)::uuid from stack_registration where version_id = :version)
                where version_id = :version
                """).param("version", version.id().value()).update();

        sweeps.step(version.id());

        var sweep = sweeps.of(registrar.organisationId(), version.id()).orElseThrow();
        assertThat(sweep.done()).isEqualTo(2);
        assertThat(sweep.counts()).isEqualTo(Map.of("MET", 1));
    }

    @Test
    void the_page_of_a_version_shows_how_all_stand() throws Exception {
        aRegisteredLearnerWith(2);
        sweep();
        var designer = fixtures.as(fixtures.aMember(registrar.organisation(), Role.DESIGNER));
        var page = "/o/" + registrar.organisation().slug() + "/stacks/versions/" + version.id();

        http.perform(get(page).with(designer))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Everything is there")));
        http.perform(get(page + "/learners").with(designer)).andExpect(status().isOk());
        http.perform(post(page + "/learners").with(designer).with(csrf())).andExpect(redirectedUrl(page));
    }

    @Test
    void a_neighbour_neither_begins_nor_sees_it() {
        var neighbour = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);

        assertThatThrownBy(() -> sweeps.begin(neighbour, version.id())).isInstanceOf(NotFoundException.class);
        sweep();
        assertThat(sweeps.of(neighbour.organisationId(), version.id())).isEqualTo(Optional.empty());
    }
}
