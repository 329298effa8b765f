package org.cairn.server.taxonomy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@CairnTest
class OwnSkillsTest {
    private static final String CASE = """
            {"CFDocument":{"uri":"urn:uuid:11111111-2222-3333-4444-555555555555","title":"Ropes"},
             "CFItems":[{"uri":"urn:uuid:11111111-2222-3333-4444-666666666666","abbreviatedStatement":"Knots",
               "fullStatement":"Tie knots in ropes under strain"}]}
            """;

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    OwnSkills skills;

    private Organisation organisation;
    private Person designer;

    @BeforeEach
    void aDesigner() {
        organisation = fixtures.anInstitution();
        designer = fixtures.aMember(organisation, Role.DESIGNER);
    }

    private String home() {
        return "/o/" + organisation.slug() + "/frameworks";
    }

    private ResultActions bring(String name, String text) throws Exception {
        return http.perform(multipart(home() + "/import")
                .file(new MockMultipartFile("file", name, "application/json", text.getBytes(UTF_8)))
                .with(fixtures.as(designer))
                .with(csrf()));
    }

    @Test
    void a_case_package_is_searched_by_its_owner_alone_and_published_for_everybody() throws Exception {
        bring("ropes.json", CASE).andExpect(status().is3xxRedirection());
        var line = skills.of(organisation.id()).getFirst();
        var address = "/ims/case/v1p1/CFPackages/" + line.id();

        assertThat(skills.search(organisation.id(), "strain knots", 5)).hasSize(1);
        assertThat(skills.search(fixtures.anInstitution().id(), "knots", 5)).isEmpty();
        http.perform(get(address)).andExpect(status().isNotFound());

        http.perform(post(home() + "/" + line.id() + "/publish")
                        .with(fixtures.as(designer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        http.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.CFItems[0].abbreviatedStatement").value("Knots"));
        http.perform(get("/skills/frameworks/" + line.id() + "/rsd.json"))
                .andExpect(jsonPath("$[0].skillName").value("Knots"));
        http.perform(get("/skills/frameworks/" + line.id() + "/rsd.csv"))
                .andExpect(content().string(containsString("Tie knots in ropes under strain")));
        http.perform(get(home() + "/" + line.id()).with(fixtures.as(designer)))
                .andExpect(content().string(containsString("Tie knots in ropes under strain")));
    }

    @Test
    void the_same_descriptors_again_replace_what_was_there() throws Exception {
        bring("Ropes.csv", "RSD Name,Skill Statement\nKnots,Tie knots\n").andExpect(status().is3xxRedirection());
        bring("Ropes.csv", "RSD Name,Skill Statement\nKnots,Tie knots\nSplices,Splice ropes\n")
                .andExpect(status().is3xxRedirection());

        assertThat(skills.of(organisation.id()))
                .singleElement()
                .satisfies(line -> assertThat(line.skills()).isEqualTo(2));
    }

    @Test
    void what_cannot_be_read_is_told_beside_the_field() throws Exception {
        bring("x.json", "{")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("not JSON")));
        bring("x.csv", "RSD Name,Skill Statement\nKnots,\n")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Row 1")));
    }

    @Test
    void deleting_asks_first() throws Exception {
        bring("ropes.json", CASE);
        var delete = home() + "/" + skills.of(organisation.id()).getFirst().id() + "/delete";

        http.perform(post(delete).with(fixtures.as(designer)).with(csrf())).andExpect(status().isOk());
        assertThat(skills.of(organisation.id())).hasSize(1);
        http.perform(post(delete)
                        .param("sure", "true")
                        .with(fixtures.as(designer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(skills.of(organisation.id())).isEmpty();
    }
}
