package org.cairn.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.CairnTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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
            "/images/.*",
            "/issuers/.*",
            "/achievements/.*",
            "/status/.*",
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
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    /// One address and verb.
    private record Door(HttpMethod method, String pattern, HandlerMethod handler) {
        String path() {
            return pattern.replace("{organisation}", "no-such-place")
                    .replaceAll("\\{\\*?[^}/]+}", UUID.randomUUID().toString());
        }

        boolean isPublic() {
            return PUBLIC.stream().anyMatch(pattern::matches);
        }

        boolean isOfATenant() {
            return pattern.startsWith("/o/{organisation}")
                    || (pattern.startsWith("/api/") && !pattern.startsWith("/api/public/"));
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @Test
    void a_stranger_gets_through_no_door_that_is_not_public() {
        var open = doors().filter(door -> !door.isPublic())
                .map(door -> door + " answers " + answer(door))
                .filter(answer -> !answer.matches(".* answers (302 \\S*/login|401|404)"));

        assertThat(open).isEmpty();
    }

    @Test
    void every_door_of_a_tenant_asks_who_acts() {
        var careless = doors().filter(Door::isOfATenant)
                .filter(door -> Arrays.stream(door.handler().getMethodParameters())
                        .noneMatch(
                                p -> p.getParameterType() == Acting.class && p.hasParameterAnnotation(ActingAs.class)));

        assertThat(careless).isEmpty();
    }

    @Test
    void the_doors_of_the_house_were_found() {
        assertThat(doors().map(Door::toString))
                .contains("GET /o/{organisation}/members", "POST /o/{organisation}/keys", "GET /account");
    }

    private String answer(Door door) {
        try {
            var response = http.perform(request(door.method(), door.path()).with(csrf()))
                    .andReturn()
                    .getResponse();
            var location = response.getHeader("Location");
            return response.getStatus() == MockHttpServletResponse.SC_FOUND
                    ? response.getStatus() + " " + location
                    : String.valueOf(response.getStatus());
        } catch (Exception e) {
            return e.toString();
        }
    }

    private Stream<Door> doors() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> doors(entry.getKey(), entry.getValue()));
    }

    private static Stream<Door> doors(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> stated = info.getMethodsCondition().getMethods();
        var methods = stated.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : stated;
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(m -> new Door(m.asHttpMethod(), pattern, handler)));
    }
}
