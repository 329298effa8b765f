package org.cairn.server.stack;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// The same for a learner's own program.
@CairnTest
@Import(StackFixtures.class)
class MyStacksApiTest {
    @Autowired
    MockMvc http;

    @Autowired
    StackFixtures stacks;

    @Autowired
    StackClaims claims;

    @Autowired
    Fixtures fixtures;

    private Acting registrar;
    private List<SpecVersionId> modules;
    private EmailAddress address;
    private Person learner;
    private String home = "";
    private String key = "";

    @BeforeEach
    void aLearnerWithOneModuleOfTwo() throws Exception {
        registrar = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        var certificate = stacks.aModule(registrar, "Certificate", 10, 6);
        modules = List.of(
                stacks.aModule(registrar, "Reading maps", 5, 6), stacks.aModule(registrar, "Drawing maps", 5, 6));
        address = fixtures.anAddress();
        learner = fixtures.aPerson(address);
        stacks.award(registrar, modules.getFirst(), learner, address);
        home = "/api/me/stacks/"
                + stacks.aCertificate(registrar, certificate, modules, "L6", "").id();
        key = keyOf(learner);
    }

    @Test
    void progress_is_told_in_codes_and_words() throws Exception {
        read(home)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title.en").value("Certificate of maps"))
                .andExpect(jsonPath("$.decision.verdict").value("NOT_MET"))
                .andExpect(jsonPath("$.decision.counted[0].title").value("Reading maps"))
                .andExpect(jsonPath("$.decision.missing[0].kind").value("SLOT"))
                .andExpect(jsonPath("$.decision.missing[0].slot").value("modules"))
                .andExpect(jsonPath("$.decision.missing[0].words").value(containsString("needs 2 microcredentials")))
                .andExpect(jsonPath("$.decision.ways[*].kind").value(hasItem("FEWEST")))
                .andExpect(jsonPath("$.open[0].key").value("spec:" + modules.getLast()));
        read("/api/me/stacks?q=" + registrar.organisation().slug())
                .andExpect(jsonPath("$[0].counting").value(1));
    }

    @Test
    void what_if_answers_and_stores_nothing() throws Exception {
        write(home + "/what-if", "{\"take\":[\"spec:" + modules.getLast() + "\"]}")
                .andExpect(jsonPath("$.now.met").value(false))
                .andExpect(jsonPath("$.then.met").value(true))
                .andExpect(jsonPath("$.closes[0]").value("Two modules"));
        read(home).andExpect(jsonPath("$.decision.met").value(false));
    }

    @Test
    void a_claim_is_made_looked_at_and_appealed() throws Exception {
        write(home + "/register", "").andExpect(jsonPath("$.registeredOn").exists());
        write(home + "/claim", "").andExpect(jsonPath("$.outcome").value("NOT_MET"));
        stacks.award(registrar, modules.getLast(), learner, address);
        String id = JsonPath.read(
                write(home + "/claim", "")
                        .andExpect(jsonPath("$.outcome").value("WAITING"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.claim");
        claims.refuse(registrar, new ClaimId(java.util.UUID.fromString(id)), "Not yet.");

        var path = "/api/me/stacks/claims/" + id;
        read(path)
                .andExpect(jsonPath("$.claim.reason").value("Not yet."))
                .andExpect(jsonPath("$.decision.met").value(true));
        write(path + "/appeal", "{\"text\":\"Look again.\"}")
                .andExpect(jsonPath("$.claim.status").value("APPEALED"));
        read("/api/me/stacks/claims").andExpect(jsonPath("$[0].id").value(id));

        key = keyOf(fixtures.aPerson(fixtures.anAddress()));
        read(path).andExpect(status().isNotFound());
        write(path + "/appeal", "{\"text\":\"Mine!\"}").andExpect(status().isNotFound());
        read("/api/me/stacks/claims").andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void recognition_is_asked_for() throws Exception {
        var path = "/api/me/stacks/recognitions";
        var slug = registrar.organisation().slug();

        write(path, "{\"institution\":\"" + slug + "\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults.length()").value(3));
        write(
                        path,
                        "{\"institution\":\"" + slug
                                + "\",\"kind\":\"TRANSFER\",\"title\":\"Maps I\",\"provider\":\"Old"
                                + " College\",\"described\":\"A course.\",\"achievedOn\":\"2025-01-31\",\"credits\":5}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("ASKED"));
        read(path).andExpect(jsonPath("$[0].title").value("Maps I"));
    }

    private String keyOf(Person person) throws Exception {
        return "Bearer "
                + http.perform(post("/account/keys")
                                .param("name", "test")
                                .with(fixtures.as(person))
                                .with(csrf()))
                        .andReturn()
                        .getFlashMap()
                        .get("secret");
    }

    private ResultActions read(String path) throws Exception {
        return http.perform(get(path).header(HttpHeaders.AUTHORIZATION, key));
    }

    private ResultActions write(String path, String json) throws Exception {
        return http.perform(post(path)
                .header(HttpHeaders.AUTHORIZATION, key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
