package org.cairn.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.cairn.server.CairnTest;
import org.cairn.server.Doors;
import org.cairn.server.Fixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

/// No door stands open by oversight: each address is called by a stranger.
@CairnTest
class SecurityTest {
    /// What a stranger may reach. A new address belongs here only when it is meant for everybody.
    private static final List<String> PUBLIC = List.of(
            "/",
            "/error",
            "/login",
            "/login/sent",
            "/login/ott",
            "/developers",
            "/catalogue",
            "/catalogue/.*",
            "/feed",
            "/feed/.*",
            "/market",
            "/market/.*",
            "/rule-packs",
            "/rule-packs/.*",
            "/employers",
            "/employers/\\{slug}",
            "/images/.*",
            "/skills",
            "/skills/.*",
            "/ims/case/.*",
            "/issuers/.*",
            "/achievements/.*",
            "/status/.*",
            "/statements/.*",
            "/trust",
            "/trust/.*",
            "/employers",
            "/employers/.*",
            "/feed",
            "/feed/.*",
            "/verify",
            "/verify/.*",
            "/claim",
            "/claim/.*",
            "/s/.*",
            "/v3/api-docs.*",
            "/api/public/.*",
            "/vc-api/status/\\{list}");

    @Autowired
    MockMvc http;

    @Autowired
    Doors doors;

    @Autowired
    Fixtures fixtures;

    @Test
    void a_stranger_gets_through_no_door_that_is_not_public() {
        var open = doors.all()
                .filter(door -> !isPublic(door))
                .map(door -> door + " answers " + answer(door))
                .filter(answer -> !answer.matches(".* answers (302 \\S*/login|401|404)"));

        assertThat(open).isEmpty();
    }

    @Test
    void every_door_of_a_tenant_asks_who_acts() {
        var careless = doors.all()
                .filter(Doors.Door::isOfATenant)
                .filter(door -> Arrays.stream(door.handler().getMethodParameters())
                        .noneMatch(
                                p -> p.getParameterType() == Acting.class && p.hasParameterAnnotation(ActingAs.class)));

        assertThat(careless).isEmpty();
    }

    @Test
    void the_doors_of_the_house_were_found() {
        assertThat(doors.all().map(Doors.Door::toString))
                .contains("GET /o/{organisation}/members", "POST /o/{organisation}/keys", "GET /account");
    }

    @Test
    void a_persons_key_opens_no_door_of_a_tenant_and_a_tenants_key_none_of_a_person() throws Exception {
        var person = http.perform(post("/account/keys")
                        .param("name", "mine")
                        .with(fixtures.as(fixtures.aPerson(fixtures.anAddress())))
                        .with(csrf()))
                .andReturn()
                .getFlashMap()
                .get("secret");
        var program = fixtures.bearer(fixtures.anInstitution(), Role.DESIGNER, Role.ISSUER);

        assertThat(answers(Doors.Door::isOfATenant, "/api/", "Bearer " + person))
                .hasSizeGreaterThan(15)
                .allMatch(answer -> answer.endsWith(" 403"));
        assertThat(answers(Doors.Door::isOfAPerson, "/api/me/", program))
                .hasSizeGreaterThan(10)
                .allMatch(answer -> answer.endsWith(" 403"));
    }

    private List<String> answers(Predicate<Doors.Door> which, String below, String key) {
        return doors.all()
                .filter(which)
                .filter(door -> door.pattern().startsWith(below))
                .map(door -> door + " answers "
                        + answer(request(door.method(), door.path("", id -> UUID.randomUUID()))
                                .header(HttpHeaders.AUTHORIZATION, key)))
                .toList();
    }

    private static boolean isPublic(Doors.Door door) {
        return PUBLIC.stream().anyMatch(door.pattern()::matches);
    }

    private String answer(Doors.Door door) {
        return answer(request(door.method(), door.path("no-such-place", id -> UUID.randomUUID()))
                .with(csrf()));
    }

    private String answer(RequestBuilder call) {
        try {
            var response = http.perform(call).andReturn().getResponse();
            var location = response.getHeader("Location");
            return response.getStatus() == MockHttpServletResponse.SC_FOUND
                    ? response.getStatus() + " " + location
                    : String.valueOf(response.getStatus());
        } catch (Exception e) {
            return e.toString();
        }
    }
}
