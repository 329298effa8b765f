package org.cairn.server.codesign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.employer.EmployerFixtures;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.Post;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.NotFoundException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CairnTest
@Import(EmployerFixtures.class)
class CoDesignTest {
    private static final RoomStart.Typed NEED = new RoomStart.Typed(
            "", "Overhead welding", "Weld seams overhead in tanks", "Nobody welds overhead safely", "12");
    private static final RoomWork.TypedEvidence EVIDENCE =
            new RoomWork.TypedEvidence("INTERNAL", "2026-05-01", "", "Twelve places stood open for a year");

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    RoomStart start;

    @Autowired
    RoomWork work;

    @Autowired
    RoomStages stages;

    @Autowired
    RoomAccess access;

    @Autowired
    RoomRepository rooms;

    @Autowired
    PaperRepository papers;

    @Autowired
    RoomLetters letters;

    @Autowired
    DraftDigest digest;

    @Autowired
    CoDesign codesign;

    @Autowired
    Specs specs;

    @Autowired
    Post outbox;

    @Autowired
    InstantSource time;

    @Autowired
    JdbcClient jdbc;

    private Organisation school;
    private Organisation firm;
    private Person designer;
    private Person expert;
    private Acting schoolActing;
    private Acting firmActing;

    @BeforeEach
    void aSchoolAndAFirm() {
        school = fixtures.anInstitution();
        firm = fixtures.anOrganisation(Organisation.Kind.EMPLOYER);
        designer = fixtures.aMember(school, Role.DESIGNER);
        expert = fixtures.aMember(firm, Role.EMPLOYER);
        schoolActing = fixtures.acting(school, Role.DESIGNER);
        firmActing = fixtures.acting(firm, Role.EMPLOYER);
    }

    @Test
    void two_organisations_walk_from_a_need_to_a_published_version() throws Exception {
        var room = open();
        var atFirm = "/o/" + firm.slug() + "/codesign/" + room;
        var atSchool = "/o/" + school.slug() + "/codesign/" + room;
        assertThat(outbox.about("codesign:" + room)).isNotEmpty();

        done(expert, advance(atFirm, "NEED"), 409);
        done(expert, evidence(atFirm).param("dated", "soon"), 400);
        done(expert, evidence(atFirm).param("dated", "2026-05-01"), 302);
        done(expert, advance(atFirm, "NEED"), 302);
        done(expert, item(atFirm, "SKILL", "skill", "Weld overhead"), 302);
        done(designer, advance(atSchool, "SKILLS"), 302);
        done(expert, item(atFirm, "OUTCOME", "outcome", "Weld a seam"), 409);
        done(designer, item(atSchool, "OUTCOME", "outcome", "Weld a seam"), 302);
        done(designer, item(atSchool, "ASSESSMENT", "assessment", "A piece of work, watched"), 302);
        done(designer, advance(atSchool, "OUTCOMES"), 409);
        done(designer, post(atSchool + "/spec"), 302);
        done(designer, advance(atSchool, "OUTCOMES"), 302);
        done(expert, post(atFirm + "/comments").param("comment", "Watched by whom?"), 302);
        done(designer, post(atSchool + "/comments").param("comment", "Not ours to say"), 409);
        done(designer, advance(atSchool, "COMMENTS"), 409);
        var remark =
                papers.of(access.room(firmActing, room)).remarks().getFirst().id();
        done(expert, decision(atFirm, remark), 409);
        done(designer, post(atSchool + "/decisions").param("remark", remark.toString()), 400);
        done(designer, decision(atSchool, remark), 302);
        done(designer, decision(atSchool, remark), 409);
        done(designer, advance(atSchool, "COMMENTS"), 302);
        done(expert, pilot(atFirm, "2026-09-01", "2026-08-01"), 400);
        done(expert, pilot(atFirm, "2026-09-01", "2026-09-30"), 302);
        done(expert, advance(atFirm, "PILOT"), 302);
        var page = page(expert, get(atFirm));
        assertThat(page.select("#sign input[name=digest]").val()).hasSize(64);
        sign(expert, atFirm);
        sign(designer, atSchool);
        assertThat(page(designer, get(atSchool)).select("#sign").text()).contains("Both sides have signed");
        var version = publish(room);

        assertThat(access.room(firmActing, room).stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(codesign.isSignedTogether(firm.id(), version)).isTrue();
        assertThat(codesign.parties(specOf(room))).containsExactly(firm.id());
        assertThat(page(expert, get(atFirm)).select("#review a").attr("href")).isEqualTo("/catalogue/" + version);
        assertThat(page(expert, get(atFirm)).select("#history li")).hasSizeGreaterThan(15);
    }

    @Test
    void a_signature_lapses_when_the_draft_changes_and_the_room_says_so() throws Exception {
        var room = toBeSigned();
        var atSchool = "/o/" + school.slug() + "/codesign/" + room;
        var seen = stages.draft(access.room(firmActing, room)).orElseThrow().digest();
        stages.sign(firmActing, room, seen);
        change(room, "Weld a seam overhead");

        assertThatThrownBy(() -> stages.sign(schoolActing, room, seen)).isInstanceOf(ConflictException.class);
        assertThat(page(designer, get(atSchool)).select("#sign").text()).contains("lapsed");
        sign(designer, atSchool);
        var version = publish(room);

        assertThat(codesign.isSignedTogether(firm.id(), version)).isFalse();
        assertThat(access.room(firmActing, room).stage()).isEqualTo(Stage.SIGN_OFF);
        assertThat(page(designer, get(atSchool)).select("#history").text()).contains("not signed by both");
    }

    @Test
    void each_side_signs_a_draft_once_and_only_at_its_stage() {
        var room = toBeSigned();
        var seen = stages.draft(access.room(firmActing, room)).orElseThrow().digest();
        stages.sign(firmActing, room, seen);

        assertThatThrownBy(() -> stages.sign(firmActing, room, seen)).isInstanceOf(ConflictException.class);
        stages.back(schoolActing, room, "SIGN_OFF", "COMMENTS", "One comment was overlooked");
        assertThatThrownBy(() -> stages.sign(schoolActing, room, seen)).isInstanceOf(ConflictException.class);
        assertThat(access.room(firmActing, room).stage()).isEqualTo(Stage.COMMENTS);
    }

    @Test
    void what_was_signed_before_somebody_went_back_does_not_count_any_more() {
        var room = toBeSigned();
        var seen = stages.draft(access.room(firmActing, room)).orElseThrow().digest();
        stages.sign(firmActing, room, seen);
        stages.back(firmActing, room, "SIGN_OFF", "PILOT", "We were too quick");
        stages.advance(schoolActing, room, "PILOT");
        stages.sign(schoolActing, room, seen);

        var version = publish(room);

        assertThat(codesign.isSignedTogether(firm.id(), version)).isFalse();
    }

    @Test
    void the_fingerprint_of_a_draft_is_that_of_its_content_alone() {
        var content = EmployerFixtures.content("Welding", "Weld a seam");

        assertThat(digest.of(content)).isEqualTo(digest.of(EmployerFixtures.content("Welding", "Weld a seam")));
        assertThat(digest.of(content)).isNotEqualTo(digest.of(EmployerFixtures.content("Welding", "Weld a seam.")));
        var spec = specs.create(schoolActing, content);
        assertThat(digest.of(specs.draft(school.id(), spec).content())).isEqualTo(digest.of(content));
    }

    @Test
    void a_room_is_there_for_its_two_organisations_and_for_nobody_else() throws Exception {
        var room = open();
        var others = fixtures.anOrganisation(Organisation.Kind.EMPLOYER);
        var stranger = fixtures.aMember(others, Role.ADMIN, Role.EMPLOYER);
        var otherSchool = fixtures.anInstitution();
        var otherDesigner = fixtures.aMember(otherSchool, Role.ADMIN, Role.DESIGNER);

        for (var place : List.of("", "/close")) {
            done(stranger, get("/o/" + others.slug() + "/codesign/" + room + place), 404);
            done(stranger, get("/o/" + firm.slug() + "/codesign/" + room + place), 404);
            done(otherDesigner, get("/o/" + otherSchool.slug() + "/codesign/" + room + place), 404);
        }
        for (var deed : List.of(
                "need",
                "evidence",
                "items",
                "take-out",
                "spec",
                "comments",
                "decisions",
                "pilot",
                "advance",
                "back",
                "sign",
                "review",
                "close")) {
            done(stranger, post("/o/" + others.slug() + "/codesign/" + room + "/" + deed), 404);
            done(otherDesigner, post("/o/" + otherSchool.slug() + "/codesign/" + room + "/" + deed), 404);
        }
        http.perform(ask(stranger, get("/o/" + others.slug() + "/codesign")))
                .andExpect(content().string(not(containsString("Overhead welding"))));
        http.perform(get("/api/codesign/" + room)
                        .header(HttpHeaders.AUTHORIZATION, fixtures.bearer(otherSchool, Role.DESIGNER)))
                .andExpect(status().isNotFound());
        done(fixtures.aMember(school, Role.ISSUER), get("/o/" + school.slug() + "/codesign/" + room), 403);
        assertThat(papers.history(access.room(firmActing, room), 100)).hasSize(1);
    }

    @Test
    void the_employer_reads_the_linked_draft_and_no_other() throws Exception {
        specs.create(schoolActing, EmployerFixtures.content("A secret draft", "Something else"));
        var room = toBeSigned();

        var page = page(expert, get("/o/" + firm.slug() + "/codesign/" + room));

        assertThat(page.select("#draft + .panel").text()).contains("Weld a seam");
        assertThat(page.text()).doesNotContain("A secret draft");
        assertThatThrownBy(() -> work.link(firmActing, room, "", "en")).isInstanceOf(ConflictException.class);
        var foreign = specs.create(
                fixtures.acting(fixtures.anInstitution(), Role.DESIGNER),
                EmployerFixtures.content("Foreign", "Something else"));
        assertThatThrownBy(() -> work.link(schoolActing, room, foreign.toString(), "en"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void two_who_press_at_once_go_on_by_one_step_and_two_who_write_do_not_undo_each_other() throws Exception {
        var room = open();
        work.addEvidence(firmActing, room, EVIDENCE);
        stages.advance(firmActing, room, "NEED");
        assertThatThrownBy(() -> stages.advance(schoolActing, room, "NEED")).isInstanceOf(ConflictException.class);

        var revision = access.room(firmActing, room).revision();
        work.describeNeed(firmActing, room, NEED, revision);
        assertThatThrownBy(() -> work.describeNeed(schoolActing, room, NEED, revision))
                .isInstanceOf(ConflictException.class);

        try (var crew = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(n -> crew.submit(() ->
                            work.propose(firmActing, room, new RoomWork.TypedItem("SKILL", "Skill number " + n, ""))))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }
        assertThat(papers.of(access.room(firmActing, room)).standing(Papers.ItemKind.SKILL))
                .hasSize(8);
    }

    @Test
    void on_the_day_of_review_both_sides_are_told_once() {
        var room = toBeSigned();
        var seen = stages.draft(access.room(firmActing, room)).orElseThrow().digest();
        stages.sign(firmActing, room, seen);
        stages.sign(schoolActing, room, seen);
        publish(room);
        var letters = outbox.about("codesign:" + room).size();
        stages.remind();
        assertThat(access.room(firmActing, room).stage()).isEqualTo(Stage.PUBLISHED);

        at(Duration.ofDays(370)).remind();
        at(Duration.ofDays(371)).remind();

        assertThat(access.room(firmActing, room).stage()).isEqualTo(Stage.REVIEW_DUE);
        // Two members with a seat on each side.
        assertThat(outbox.about("codesign:" + room)).hasSize(letters + 4);
        stages.back(firmActing, room, "REVIEW_DUE", "SKILLS", "The machines have changed");
        assertThat(access.room(schoolActing, room).stage()).isEqualTo(Stage.SKILLS);
    }

    @Test
    void an_institution_invites_and_a_closed_room_stays_readable_only() throws Exception {
        done(designer, invitation("no-such-firm"), 400);
        done(designer, invitation(school.slug()), 400);
        done(designer, invitation(firm.slug()), 302);
        var room = rooms.of(firm.id(), 10).getFirst().id();
        var atFirm = "/o/" + firm.slug() + "/codesign/" + room;
        assertThat(access.room(firmActing, room).startedBy()).isEqualTo(Side.INSTITUTION);

        done(expert, post(atFirm + "/close").param("reason", "Found elsewhere"), 400);
        done(expert, post(atFirm + "/close").param("reason", "Found elsewhere").param("confirmation", "true"), 302);

        done(designer, evidence("/o/" + school.slug() + "/codesign/" + room).param("dated", "2026-05-01"), 409);
        assertThat(page(expert, get(atFirm)).select("form[method=post]").stream()
                        .filter(form -> form.attr("action").contains("/codesign/"))
                        .toList())
                .isEmpty();
    }

    @Test
    void what_happened_is_never_changed() {
        var room = open();

        assertThatThrownBy(() -> jdbc.sql("update codesign_event set words = 'x' where room_id = :room")
                        .param("room", room.value())
                        .update())
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from codesign_event where room_id = :room")
                        .param("room", room.value())
                        .update())
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void programs_of_both_sides_read_comment_and_decide() throws Exception {
        var room = open();
        var firmKey = fixtures.bearer(firm, Role.EMPLOYER);
        var schoolKey = fixtures.bearer(school, Role.DESIGNER);
        http.perform(post("/api/codesign/" + room + "/comments")
                        .header(HttpHeaders.AUTHORIZATION, firmKey)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"comment\":\"By whom?\"}"))
                .andExpect(status().isCreated());
        var remark =
                papers.of(access.room(firmActing, room)).remarks().getFirst().id();
        http.perform(post("/api/codesign/" + room + "/decisions")
                        .header(HttpHeaders.AUTHORIZATION, schoolKey)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"remark\":\"" + remark + "\",\"verdict\":\"NO\",\"reason\":\"Because\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("verdict"));
        http.perform(post("/api/codesign/" + room + "/decisions")
                        .header(HttpHeaders.AUTHORIZATION, schoolKey)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"remark\":\"" + remark + "\",\"verdict\":\"DEFERRED\",\"reason\":\"Later\"}"))
                .andExpect(status().isNoContent());
        http.perform(get("/api/codesign/" + room).header(HttpHeaders.AUTHORIZATION, firmKey))
                .andExpect(jsonPath("$.stage").value("NEED"))
                .andExpect(jsonPath("$.papers.remarks[0].verdict").value("DEFERRED"));
        http.perform(get("/api/codesign").header(HttpHeaders.AUTHORIZATION, firmKey))
                .andExpect(jsonPath("$.length()").value(1));
        http.perform(post("/api/codesign")
                        .header(HttpHeaders.AUTHORIZATION, firmKey)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"partner\":\"" + school.slug() + "\"}"))
                .andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void pages_say_everything_in_the_language_of_the_reader(String language) throws Exception {
        var room = toBeSigned();
        work.say(firmActing, room, "", "By whom?");
        var remark =
                papers.of(access.room(firmActing, room)).remarks().getFirst().id();
        work.decide(schoolActing, room, remark.toString(), "DEFERRED", "Not today");
        var home = "/o/" + school.slug() + "/codesign";
        var admin = fixtures.aMember(school, Role.ADMIN);

        for (var request : List.of(
                get(home),
                get(home + "/new"),
                post(home + "/new"),
                get(home + "/" + room),
                get(home + "/" + room).param("q", "weld"),
                post(home + "/" + room + "/need")
                        .param("revision", access.room(firmActing, room).revision() + ""),
                post(home + "/" + room + "/decisions").param("remark", remark.toString()),
                post(home + "/" + room + "/sign"),
                get(home + "/" + room + "/close"),
                get("/o/" + school.slug() + "/history"),
                get("/o/" + school.slug()))) {
            var page = page(admin, request.param("lang", language));

            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.html()).doesNotContain("??");
            assertThat(page.select("html").attr("lang")).isEqualTo(language);
            var ids = page.select("[id]").eachAttr("id");
            assertThat(ids).doesNotHaveDuplicates();
        }
    }

    private RoomId open() {
        return start.start(
                firmActing,
                new RoomStart.Typed(school.slug(), NEED.title(), NEED.task(), NEED.lacking(), NEED.vacancies()));
    }

    private RoomId toBeSigned() {
        var room = open();
        work.addEvidence(firmActing, room, EVIDENCE);
        stages.advance(firmActing, room, "NEED");
        work.propose(firmActing, room, new RoomWork.TypedItem("SKILL", "Weld overhead", ""));
        stages.advance(firmActing, room, "SKILLS");
        work.propose(schoolActing, room, new RoomWork.TypedItem("OUTCOME", "Weld a seam", ""));
        work.propose(schoolActing, room, new RoomWork.TypedItem("ASSESSMENT", "A piece of work", ""));
        work.link(schoolActing, room, "", "en");
        stages.advance(schoolActing, room, "OUTCOMES");
        stages.advance(schoolActing, room, "COMMENTS");
        work.describePilot(
                schoolActing,
                room,
                new RoomWork.TypedPilot("2026-09-01", "2026-09-30", "8", "All eight passed; two needed more time"),
                access.room(schoolActing, room).revision());
        stages.advance(schoolActing, room, "PILOT");
        return room;
    }

    private SpecId specOf(RoomId room) {
        return access.room(schoolActing, room).spec().orElseThrow();
    }

    private void change(RoomId room, String outcome) {
        var draft = specs.draft(school.id(), specOf(room));
        specs.saveDraft(
                schoolActing, draft.spec(), EmployerFixtures.content("Overhead welding", outcome), draft.revision());
    }

    private SpecVersionId publish(RoomId room) {
        return specs.publish(schoolActing, specOf(room), Optional.of(EmployerFixtures.WHY));
    }

    private RoomStages at(Duration later) {
        return new RoomStages(access, rooms, papers, letters, specs, digest, InstantSource.offset(time, later));
    }

    private MockHttpServletRequestBuilder invitation(String whom) {
        return post("/o/" + school.slug() + "/codesign/new")
                .param("partner", whom)
                .param("title", "Overhead welding");
    }

    private static MockHttpServletRequestBuilder advance(String room, String from) {
        return post(room + "/advance").param("from", from);
    }

    private static MockHttpServletRequestBuilder evidence(String room) {
        return post(room + "/evidence").param("kind", "INTERNAL").param("words", "Twelve places stood open for a year");
    }

    private static MockHttpServletRequestBuilder item(String room, String kind, String field, String words) {
        return post(room + "/items").param("kind", kind).param(field, words);
    }

    private static MockHttpServletRequestBuilder decision(String room, UUID remark) {
        return post(room + "/decisions")
                .param("remark", remark.toString())
                .param("verdict", "ACCEPTED")
                .param("reason", "By a welding inspector");
    }

    private static MockHttpServletRequestBuilder pilot(String room, String from, String to) {
        return post(room + "/pilot")
                .param("revision", "1")
                .param("pilotFrom", from)
                .param("pilotTo", to)
                .param("learners", "8")
                .param("findings", "All eight passed; two needed more time");
    }

    private void sign(Person person, String room) throws Exception {
        var digest = page(person, get(room)).select("#sign input[name=digest]").val();
        done(person, post(room + "/sign").param("digest", digest), 200);
        done(person, post(room + "/sign").param("digest", digest).param("sure", "true"), 302);
    }

    private void done(Person person, MockHttpServletRequestBuilder request, int status) throws Exception {
        http.perform(ask(person, request)).andExpect(status().is(status));
    }

    private Document page(Person person, MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(
                http.perform(ask(person, request)).andReturn().getResponse().getContentAsString(UTF_8));
    }

    private MockHttpServletRequestBuilder ask(Person person, MockHttpServletRequestBuilder request) {
        request.with(fixtures.as(person));
        request.with(csrf());
        return request;
    }
}
