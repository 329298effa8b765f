package org.cairn.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@CairnTest
class FeedTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    MockMvc web;

    @Autowired
    Specs specs;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    Places places;

    private Acting designer;

    @BeforeEach
    void anInstitution() {
        designer = fixtures.acting(fixtures.anInstitution(), Role.DESIGNER);
    }

    @Test
    void a_harvester_gets_everything_once_whatever_is_published_between_pages() throws Exception {
        var expected = new ArrayList<String>();
        IntStream.range(0, 7).forEach(i -> expected.add(aVersionAt(NOON.plusSeconds(i))));
        // Two at the same moment: their ids decide which comes first.
        expected.add(aVersionAt(NOON.plusSeconds(6)));

        var seen = new ArrayList<String>();
        var page = first("ctdl", 3);
        seen.addAll(ids(page));
        expected.add(aVersionAt(NOON.plusSeconds(60)));
        while (next(page).isPresent()) {
            page = read(next(page).get());
            seen.addAll(ids(page));
        }
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);

        var later = aVersionAt(NOON.plusSeconds(120));
        assertThat(ids(read(JsonPath.read(page, "$.resume")))).containsExactly(later);
    }

    @Test
    void at_the_end_the_place_to_resume_stays_where_it_was() throws Exception {
        aVersionAt(NOON);
        String end = JsonPath.read(first("elm", 10), "$.resume");

        var empty = read(end);

        assertThat(ids(empty)).isEmpty();
        assertThat(next(empty)).isEmpty();
        assertThat(JsonPath.<String>read(empty, "$.resume")).isEqualTo(end);
    }

    @Test
    void since_begins_with_that_day_or_moment() throws Exception {
        aVersionAt(NOON);
        var second = aVersionAt(NOON.plusSeconds(86_400));

        var byDay = read(feed("schema") + "&since=2026-03-02");
        var byMoment = read(feed("schema") + "&since=" + NOON.plusSeconds(1));

        assertThat(ids(byDay)).containsExactly(second);
        assertThat(ids(byMoment)).containsExactly(second);
    }

    @Test
    void what_has_just_been_published_waits_until_nothing_older_can_come() throws Exception {
        specs.publish(
                designer,
                specs.create(designer, SpecContent.empty()),
                Optional.of("A spec for tests; nobody earns it in earnest."));

        assertThat(ids(first("ctdl", 10))).isEmpty();
    }

    @Test
    void a_newer_version_names_the_one_it_supersedes_and_both_stay() throws Exception {
        var spec = specs.create(designer, SpecContent.empty());
        var old = insert(spec, 1, NOON);
        var young = insert(spec, 2, NOON.plusSeconds(5));

        var page = first("ctdl", 10);

        assertThat(ids(page)).containsExactly(old, young);
        assertThat(JsonPath.<List<String>>read(page, "$.entries[*].state")).containsExactly("SUPERSEDED", "CURRENT");
        assertThat(JsonPath.<String>read(page, "$.entries[0].supersededBy")).isEqualTo(young);
        assertThat(JsonPath.<String>read(page, "$.entries[1].supersedes")).isEqualTo(old);
        assertThat(JsonPath.<List<String>>read(page, "$.entries[*].missing[*].term"))
                .contains("ceterms:name");
    }

    @Test
    void atom_lists_addresses_with_their_other_forms() throws Exception {
        var spec = specs.create(designer, SpecContent.empty());
        var old = insert(spec, 1, NOON);
        var young = insert(spec, 2, NOON.plusSeconds(5));
        var path = "/feed/atom.xml?size=1&issuer=" + designer.organisation().slug();

        web.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/atom+xml"))
                .andExpect(header().string(HttpHeaders.LINK, containsString("rel=\"next\"")))
                .andExpect(content().string(containsString("<id>" + old + "</id>")))
                .andExpect(content().string(containsString("href=\"" + old + "/ctdl.jsonld\"")))
                .andExpect(content()
                        .string(containsString("rel=\"successor-version\" type=\"text/html\" href=\"" + young + "\"")));
    }

    @Test
    void a_page_is_not_sent_again_while_it_is_the_same() throws Exception {
        aVersionAt(NOON);
        var tag = Objects.requireNonNull(web.perform(get(feed("ctdl")))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("public")))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG));

        web.perform(get(feed("ctdl")).header(HttpHeaders.IF_NONE_MATCH, tag)).andExpect(status().isNotModified());
        aVersionAt(NOON.plusSeconds(1));
        web.perform(get(feed("ctdl")).header(HttpHeaders.IF_NONE_MATCH, tag)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since=yesterday",
                "since=2026-02-31",
                "since=-999999999-01-01T00:00:00Z",
                "since=+999999999-01-01T00:00:00Z",
                "since=1000-01-01",
                "cursor=x",
                "cursor=________________________________",
                "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%27",
                "size=0",
                "size=-1",
                "size=101",
                "size=9999999999",
                "size=ten"
            })
    void values_that_mean_nothing_are_refused_in_words(String parameters) throws Exception {
        web.perform(get(URI.create("/feed/ctdl?" + parameters.replace("+", "%2B"))))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.faults[0].field").value(parameters.replaceFirst("=.*", "")))
                .andExpect(jsonPath("$.faults[0].message").isNotEmpty());
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        web.perform(get("/feed/ctdl?issuer=nobody-at-all")).andExpect(status().isNotFound());
        web.perform(get("/feed/rdf")).andExpect(status().isNotFound());
    }

    @Test
    void the_page_explains_the_feed_in_three_languages() throws Exception {
        web.perform(get("/feed").accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/feed/atom.xml")));
        web.perform(get("/feed?lang=es").accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("El catálogo para programas")));
        web.perform(get("/feed?lang=ar").accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("dir=\"rtl\"")));
    }

    private String feed(String format) {
        return "/feed/" + format + "?issuer=" + designer.organisation().slug();
    }

    private String first(String format, int size) throws Exception {
        return read(feed(format) + "&size=" + size);
    }

    private String read(String address) throws Exception {
        return web.perform(get(URI.create(address.replaceFirst("^https?://[^/]+", ""))))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static List<String> ids(String page) {
        return JsonPath.read(page, "$.entries[*].id");
    }

    private static Optional<String> next(String page) {
        return Optional.ofNullable(JsonPath.read(page, "$.next"));
    }

    /// A version of a spec of its own.
    private String aVersionAt(Instant at) {
        return insert(specs.create(designer, SpecContent.empty()), 1, at);
    }

    /// As if it had been published then; answers its address.
    private String insert(SpecId spec, int number, Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into spec_version (id, spec_id, organisation_id, number, content, published_at, published_by,
                  gate_report)
                values (:id, :spec, :organisation, :number, :content::json, :at, 'test', '{}'::jsonb)
                """)
                .param("id", id)
                .param("spec", spec.value())
                .param("organisation", designer.organisationId().value())
                .param("number", number)
                .param("content", json.writeValueAsString(SpecContent.empty()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return places.version(new SpecVersionId(id));
    }
}
