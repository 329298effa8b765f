package org.cairn.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.taxonomy.SkillDecisions;
import org.cairn.server.taxonomy.TextToSkills;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@CairnTest
class SuggestionsTest {
    private static final String OUTCOME = "Carry out data analysis with spreadsheets software.";

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    SkillSuggestions suggestions;

    @Autowired
    TextToSkills reader;

    private Organisation organisation;
    private Person designer;
    private SpecId spec = new SpecId(new UUID(0, 0));
    private String page = "";

    @BeforeEach
    void aDraftWithAnOutcome() throws InterruptedException {
        organisation = fixtures.anInstitution();
        designer = fixtures.aMember(organisation, Role.DESIGNER);
        var form = SpecForm.sent(Map.of(
                "title[en]", new String[] {"Data"},
                "outcome.0.row", new String[] {""},
                "outcome.0.text[en]", new String[] {OUTCOME}));
        spec = specs.create(Acting.system(organisation), form.content(Optional.empty()));
        page = "/o/" + organisation.slug() + "/specs/" + spec + "/suggestions";
        while (reader.find(OUTCOME, "en") instanceof TextToSkills.Answer.Preparing) {
            Thread.sleep(100);
        }
    }

    private SkillSuggestions.Suggestion first() {
        return section().suggestions().getFirst();
    }

    private SkillSuggestions.Section section() {
        var draft = specs.draft(organisation.id(), spec);
        return suggestions.of(Acting.system(organisation), draft.content()).getFirst();
    }

    @Test
    void skills_are_offered_with_the_words_that_speak_for_them() throws Exception {
        assertThat(section().suggestions())
                .extracting(SkillSuggestions.Suggestion::label)
                .contains("perform data analysis");
        assertThat(first().quotes()).isNotEmpty().allMatch(OUTCOME::contains);
        http.perform(get(page).with(fixtures.as(designer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("perform data analysis")));
    }

    @Test
    void an_accepted_one_becomes_a_skill_of_the_draft() throws Exception {
        var chosen = first();

        decide(chosen, true).andExpect(redirectedUrl(page));

        assertThat(specs.draft(organisation.id(), spec).content().skills())
                .singleElement()
                .satisfies(skill -> {
                    assertThat(skill.uri()).isEqualTo(chosen.uri());
                    assertThat(skill.framework()).isEqualTo("ESCO");
                });
        assertThat(section().suggestions().stream().filter(one -> one.uri().equals(chosen.uri())))
                .allMatch(SkillSuggestions.Suggestion::chosen);
    }

    @Test
    void a_refused_one_is_not_offered_again_for_the_same_text() throws Exception {
        var refused = first();

        decide(refused, false).andExpect(redirectedUrl(page));

        assertThat(section().suggestions())
                .extracting(SkillSuggestions.Suggestion::uri)
                .doesNotContain(refused.uri());
        http.perform(get(page).with(fixtures.as(designer)))
                .andExpect(content().string(not(containsString("value=\"" + refused.uri() + "\""))));
    }

    @Test
    void a_decision_about_a_text_that_is_no_longer_there_is_refused() throws Exception {
        http.perform(post(page)
                        .param("text", SkillDecisions.hash("Another text"))
                        .param("skill", first().uri())
                        .param("accepted", "true")
                        .with(fixtures.as(designer))
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    private ResultActions decide(SkillSuggestions.Suggestion about, boolean accepted) throws Exception {
        return http.perform(post(page)
                .param("text", SkillDecisions.hash(OUTCOME))
                .param("skill", about.uri())
                .param("accepted", String.valueOf(accepted))
                .with(fixtures.as(designer))
                .with(csrf()));
    }
}
