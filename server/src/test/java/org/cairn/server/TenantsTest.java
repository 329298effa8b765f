package org.cairn.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.bulk.BulkFixtures;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.employer.EmployerFixtures;
import org.cairn.server.hiring.HiringFixtures;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.review.ReviewFixtures;
import org.cairn.server.stack.StackFixtures;
import org.cairn.server.talent.TalentFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// Whoever may do everything in one organisation tries every door of another, and every door of her own with
/// the other's rows: nothing is found, and nothing of the other's changes.
@CairnTest
@Import({StackFixtures.class, EmployerFixtures.class, HiringFixtures.class, BulkFixtures.class, TalentFixtures.class})
class TenantsTest {
    private static final String CLASS_LIST = "name,date\nAna Gil,2026-05-01\n";
    private static final String OWN_SKILLS = "RSD Name,Skill Statement\nTie knots,Tie knots in ropes\n";
    private static final String TERMS = "{\"price\":0,\"currency\":\"EUR\",\"mode\":\"ONLINE\",\"languages\":[\"en\"]}";
    private static final Role[] ALL = {Role.ADMIN, Role.DESIGNER, Role.ISSUER, Role.EMPLOYER, Role.REVIEWER};

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Doors doors;

    @Autowired
    StackFixtures stacks;

    @Autowired
    Specs specs;

    @Autowired
    EmployerFixtures employers;

    @Autowired
    HiringFixtures hiring;

    @Autowired
    BulkFixtures bulk;

    @Autowired
    TalentFixtures talent;

    @Autowired
    JdbcClient jdbc;

    private Organisation ours;
    private Organisation theirs;
    private Person intruder;
    private Person learner;
    private String ourKey = "";
    private String theirKey = "";

    @BeforeEach
    void twoFullHouses() throws Exception {
        ours = fixtures.anInstitution();
        intruder = fixtures.aMember(ours, ALL);
        ourKey = fixtures.bearer(ours, Role.DESIGNER, Role.ISSUER, Role.EMPLOYER, Role.REVIEWER);
        theirs = fixtures.anInstitution();
        learner = fixtures.aPerson(fixtures.anAddress());
        var admin = fixtures.aMember(theirs, Role.ADMIN);
        theirKey = fixtures.bearer(theirs, Role.DESIGNER, Role.ISSUER, Role.EMPLOYER);
        http.perform(with(theirKey, post("/api/specs"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":{\"en\":\"Knots\"}}"))
                .andExpect(status().isCreated());
        http.perform(with(theirKey, post("/api/specs/" + theirs("spec") + "/publish"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"overrideReason\":\"For a test; nobody earns it in earnest.\"}"))
                .andExpect(status().isCreated());
        http.perform(with(theirKey, post("/api/awards"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"spec\":\"" + theirs("spec_version")
                                + "\",\"recipient\":{\"name\":\"Eva Mar\"},\"date\":\"2026-05-01\"}"))
                .andExpect(status().isCreated());
        http.perform(with(theirKey, post("/api/awards/batches?preview=true&spec=" + theirs("spec_version")))
                        .contentType("text/csv")
                        .content(CLASS_LIST))
                .andExpect(status().isCreated());
        http.perform(with(theirKey, post("/api/offerings?spec=" + theirs("spec_version")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(TERMS))
                .andExpect(status().isCreated());
        http.perform(with(theirKey, post("/api/market/imports")).content("title,date\nKnot tier,2026-05-01\n"))
                .andExpect(status().isCreated());
        http.perform(with(theirKey, post("/api/market/figures?name=Knots"))
                        .content("country,subdivision,month,skill,postings\nES,,2026-05,,7\n"))
                .andExpect(status().isCreated());
        http.perform(post("/portfolio/enrolments")
                        .with(fixtures.as(fixtures.aPerson(fixtures.anAddress())))
                        .with(csrf())
                        .param("offering", theirs("offering").toString()))
                .andExpect(status().is3xxRedirection());
        http.perform(multipart("/o/" + theirs.slug() + "/frameworks/import")
                        .file(new MockMultipartFile("file", "own.csv", "text/csv", OWN_SKILLS.getBytes(UTF_8)))
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        stacks.aFullDesk(
                Acting.system(theirs), fixtures.aPerson(fixtures.anAddress()), fixtures.aPerson(fixtures.anAddress()));
        aReviewWithPapers(admin);
        employers.aFullDesk(Acting.system(theirs));
        http.perform(with(theirKey, post("/api/codesign"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"partner\":\""
                                + employers.anEmployer().organisation().slug() + "\",\"title\":\"Knots at work\"}"))
                .andExpect(status().isCreated());
        anEmployersDesk(fixtures.acting(theirs, Role.EMPLOYER));
        http.perform(post("/o/" + theirs.slug() + "/members/invitations")
                        .with(fixtures.as(admin))
                        .with(csrf())
                        .param("email", fixtures.anAddress().value())
                        .param("roles", "ISSUER"))
                .andExpect(status().is3xxRedirection());
    }

    /// Two reviews by their own team: one approved with a condition, one with a document.
    private void aReviewWithPapers(Person admin) throws Exception {
        var home = "/o/" + theirs.slug() + "/reviews";
        var reviewer = fixtures.aMember(theirs, Role.REVIEWER);
        var approved = aReview(admin, "EU-2022");
        http.perform(post(home + "/" + approved + "/take")
                        .with(fixtures.as(reviewer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        http.perform(post(home + "/" + approved + "/decide")
                        .with(fixtures.as(reviewer))
                        .with(csrf())
                        .param("seen", "2")
                        .param("decision", "APPROVED_WITH_CONDITIONS")
                        .param("reason", "Looked at closely, with the minutes.")
                        .param("conditionText", "Publish the marking scheme")
                        .param("conditionDue", "2035-01-31"))
                .andExpect(status().is3xxRedirection());
        http.perform(multipart(home + "/" + aReview(admin, "NZQA") + "/evidence")
                        .file(new MockMultipartFile("file", "letter.txt", "text/plain", "Needed".getBytes(UTF_8)))
                        .with(fixtures.as(admin))
                        .with(csrf())
                        .param("rule", "NZ-E1")
                        .param("kind", "employer")
                        .param("party", "Harbour")
                        .param("title", "Letter")
                        .param("dated", "2026-05-01"))
                .andExpect(status().is3xxRedirection());
    }

    private UUID aReview(Person admin, String pack) throws Exception {
        var spec = specs.create(Acting.system(theirs), ReviewFixtures.content("Splicing " + pack));
        http.perform(post("/o/" + theirs.slug() + "/reviews/new")
                        .with(fixtures.as(admin))
                        .with(csrf())
                        .param("what", "draft:" + spec)
                        .param("body", theirs.id().toString())
                        .param("packs", pack))
                .andExpect(status().is3xxRedirection());
        return jdbc.sql("select id from quality_review where spec_id = :spec")
                .param("spec", spec.value())
                .query(UUID.class)
                .single();
    }

    private void anEmployersDesk(Acting employer) {
        var address = fixtures.anAddress();
        var skill = hiring.skills(1).getFirst();
        var credential = hiring.aCredential(hiring.anIssuer(), Optional.of(address), "Splicing", List.of(skill));
        hiring.aFullDesk(employer);
        bulk.aRun(employer);
        talent.aFullDesk(employer, fixtures.aPerson(address), credential, skill);
    }

    @Test
    void every_page_of_another_organisation_is_not_there() {
        var before = deedsOfTheirs();

        var answers = doors.all()
                .filter(Doors.Door::isPageOfATenant)
                .map(door -> door + " " + answer(door, asIntruder(door, theirs.slug())))
                .toList();

        assertThat(answers).hasSizeGreaterThan(40).allMatch(answer -> answer.endsWith(" 404"));
        assertThat(deedsOfTheirs()).isEqualTo(before);
    }

    @Test
    void every_row_of_another_organisation_is_not_there_on_ones_own_pages() {
        var before = deedsOfTheirs();

        var answers = doors.all()
                .filter(Doors.Door::isPageOfATenant)
                .filter(Doors.Door::namesARow)
                .map(door -> door + " " + answer(door, asIntruder(door, ours.slug())))
                .toList();

        assertThat(answers).hasSizeGreaterThan(25).allMatch(answer -> answer.endsWith(" 404"));
        assertThat(deedsOfTheirs()).isEqualTo(before);
    }

    @Test
    void every_row_of_another_organisation_is_not_there_for_a_program() {
        var before = deedsOfTheirs();

        var answers = doors.all()
                .filter(Doors.Door::isOfATenant)
                .filter(door -> !door.isPageOfATenant() && door.namesARow())
                .map(door -> door + " " + answer(door, byProgram(door)))
                .toList();

        assertThat(answers).hasSizeGreaterThan(12).allMatch(answer -> answer.endsWith(" 404"));
        assertThat(deedsOfTheirs()).isEqualTo(before);
    }

    /// The same requests, sent by those whose rows they are, find something: the addresses above were the
    /// right ones.
    @Test
    void for_their_own_program_the_rows_are_there() {
        var answers = doors.all()
                .filter(door -> HttpMethod.GET.equals(door.method()))
                .filter(door -> door.isOfATenant() && !door.isPageOfATenant() && door.namesARow())
                .map(door -> door + " " + answer(door, with(theirKey, request(door.method(), path(door, "")))))
                .toList();

        assertThat(answers).hasSizeGreaterThan(5).allMatch(answer -> answer.endsWith(" 200"));
    }

    @Test
    void a_version_of_another_organisation_cannot_be_awarded() throws Exception {
        var before = count("award", theirs);
        var version = theirs("spec_version");
        var file = new MockMultipartFile("file", "class.csv", "text/csv", CLASS_LIST.getBytes(UTF_8));

        http.perform(with(ourKey, post("/api/awards"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"spec\":\"" + version
                                + "\",\"recipient\":{\"name\":\"Ana Gil\"},\"date\":\"2026-05-01\"}"))
                .andExpect(status().is4xxClientError());
        http.perform(with(ourKey, post("/api/awards/batches?spec=" + version))
                        .contentType("text/csv")
                        .content(CLASS_LIST))
                .andExpect(status().isNotFound());
        http.perform(asIntruder(multipart("/o/" + ours.slug() + "/awards/import")
                                .file(file))
                        .param("spec", version.toString()))
                .andExpect(status().is4xxClientError());
        http.perform(asIntruder(post("/o/" + ours.slug() + "/awards"))
                .param("spec", version.toString())
                .param("name", "Ana Gil")
                .param("date", "2026-05-01"));

        assertThat(count("award", ours)).isZero();
        assertThat(count("award_batch", ours)).isZero();
        assertThat(count("award", theirs)).isEqualTo(before);
    }

    @Test
    void a_version_of_another_organisation_cannot_be_offered() throws Exception {
        var version = theirs("spec_version");

        http.perform(with(ourKey, post("/api/offerings?spec=" + version))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(TERMS))
                .andExpect(status().isBadRequest());
        http.perform(asIntruder(post("/o/" + ours.slug() + "/offerings/new"))
                        .param("spec", version.toString())
                        .param("price", "0")
                        .param("currency", "EUR")
                        .param("mode", "ONLINE")
                        .param("languages", "en"))
                .andExpect(status().isBadRequest());

        assertThat(count("offering", ours)).isZero();
        assertThat(count("offering", theirs)).isOne();
    }

    @Test
    void lists_hold_nothing_of_another_organisation() throws Exception {
        for (var path : List.of(
                "/api/awards",
                "/api/awards?spec=" + theirs("spec_version"),
                "/api/specs",
                "/api/offerings",
                "/api/stacks",
                "/api/codesign",
                "/api/endorsements",
                "/api/claims",
                "/api/recognitions",
                "/api/market/imports",
                "/api/market/figures",
                "/api/reviews",
                "/api/verifications",
                "/api/impact-reviews")) {
            var json = http.perform(with(ourKey, request(HttpMethod.GET, path)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(json).doesNotContain("Eva Mar", "Knots");
            assertThat(JsonPath.<List<Object>>read(json, "$..id")).isEmpty();
        }
    }

    /// What a learner holds belongs to no organisation; the doors to it are tried all the same.
    @Test
    void a_portfolio_shows_nothing_of_somebody_else() {
        var answers = doors.all()
                .filter(door -> door.pattern().startsWith("/portfolio") && door.namesARow())
                .map(door -> door + " "
                        + answer(
                                door,
                                request(door.method(), path(door, ""))
                                        .with(fixtures.as(learner))
                                        .with(csrf())
                                        .param("days", "30")))
                .toList();

        assertThat(answers).hasSizeGreaterThan(8).allMatch(answer -> answer.endsWith(" 404"));
    }

    @Test
    void a_persons_key_finds_nothing_of_somebody_else() throws Exception {
        var key = "Bearer "
                + http.perform(post("/account/keys")
                                .param("name", "test")
                                .with(fixtures.as(learner))
                                .with(csrf()))
                        .andReturn()
                        .getFlashMap()
                        .get("secret");

        var answers = doors.all()
                .filter(door -> door.isOfAPerson() && door.namesARow())
                .map(door -> door + " "
                        + answer(
                                door,
                                with(key, request(door.method(), path(door, "")))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{}")))
                .toList();

        assertThat(answers).hasSizeGreaterThan(7).allMatch(answer -> answer.endsWith(" 404"));
    }

    private String path(Doors.Door door, String organisation) {
        return door.path(organisation, this::theirsAt);
    }

    /// The row of theirs that belongs at this place of an address.
    private UUID theirsAt(String before) {
        return switch (before.replaceFirst("^/o/[^/]+|^/api(/me)?", "").replaceAll("[0-9a-f-]{36}", "id")) {
            case "/members/invitations/" -> theirs("invitation");
            case "/members/" -> theirs("membership", "person_id");
            case "/keys/" -> theirs("api_key");
            case "/specs/" -> theirs("spec");
            case "/offerings/" -> theirs("offering");
            case "/frameworks/" -> theirs("framework");
            case "/enrolments/", "/portfolio/enrolments/" -> theirs("enrolment");
            case "/credentials/", "/portfolio/" -> theirs("credential");
            case "/awards/" -> theirs("award");
            case "/stacks/" -> theirs("stack");
            case "/stacks/versions/" -> theirs("stack_version");
            case "/claims/", "/stacks/claims/", "/portfolio/stacks/claims/" -> theirs("stack_claim");
            case "/recognitions/" -> theirs("recognition");
            case "/impact-reviews/" -> theirs("impact_review");
            case "/codesign/" -> theirs("codesign_room");
            case "/endorsements/" -> theirs("endorsement");
            case "/endorsements/requests/" -> theirs("endorsement_request");
            case "/awards/import/", "/awards/batches/" -> theirs("award_batch");
            case "/reviews/" -> theirs("quality_review");
            case "/reviews/evidence/" -> theirs("quality_evidence");
            case "/reviews/conditions/" -> theirs("quality_condition");
            case "/market/imports/" -> theirs("market_import");
            case "/market/figures/" -> theirsOfKind("READY");
            case "/roles/" -> theirs("role_profile");
            case "/checks/" -> theirs("applicant_check");
            case "/verifications/" -> theirs("bulk_run");
            case "/talent/people/" -> theirs("talent_alias");
            case "/talent/contacts/", "/portfolio/talent/contacts/" -> theirs("talent_contact");
            // Somebody's link would be as unfindable as one that never was; ShareTest tries a real one.
            case "/portfolio/shares/", "/shares/" -> UUID.randomUUID();
            // A version of a stack is for everybody; this is none.
            case "/portfolio/stacks/" -> UUID.randomUUID();
            // Names a rule pack, which is nobody's row; the spec before it is theirs.
            case "/specs/id/frameworks/" -> UUID.randomUUID();
            // Only quality bodies have these doors; AccreditationPagesTest tries another body's real ones.
            case "/accreditations/" -> UUID.randomUUID();
            // NavigateTest tries somebody's real ones.
            case "/portfolio/goals/", "/goals/", "/portfolio/pathways/", "/pathways/" -> UUID.randomUUID();
            default -> throw new AssertionError("say which row belongs at " + before);
        };
    }

    private UUID theirsOfKind(String kind) {
        return jdbc.sql("select id from market_series where organisation_id = :o and kind = :kind")
                .param("o", theirs.id().value())
                .param("kind", kind)
                .query(UUID.class)
                .single();
    }

    private UUID theirs(String table) {
        return theirs(table, "id");
    }

    private UUID theirs(String table, String column) {
        return jdbc.sql("select " + column + " from " + table + " where organisation_id = :o limit 1")
                .param("o", theirs.id().value())
                .query(UUID.class)
                .single();
    }

    private long count(String table, Organisation organisation) {
        return jdbc.sql("select count(*) from " + table + " where organisation_id = :o")
                .param("o", organisation.id().value())
                .query(Long.class)
                .single();
    }

    private long deedsOfTheirs() {
        return count("audit_event", theirs);
    }

    private AbstractMockHttpServletRequestBuilder<?> asIntruder(Doors.Door door, String organisation) {
        var path = path(door, organisation);
        var isUpload = HttpMethod.POST.equals(door.method())
                && door.pattern().matches(".*/(import|market/(imports|figures)/new)");
        return asIntruder(isUpload ? multipart(path) : request(door.method(), path))
                .param("reason", "Because it can be tried")
                .param("overrideReason", "Because it can be tried, and so it is.")
                .param("confirmation", "true")
                .param("sure", "true")
                .param("revision", "1")
                .param("title", "Taken over")
                .param("email", "intruder@example.org")
                .param("roles", "ADMIN")
                .param("name", "Intruder")
                .param("method", "DID_KEY");
    }

    private AbstractMockHttpServletRequestBuilder<?> asIntruder(AbstractMockHttpServletRequestBuilder<?> call) {
        call.with(fixtures.as(intruder));
        call.with(csrf());
        return call;
    }

    private AbstractMockHttpServletRequestBuilder<?> byProgram(Doors.Door door) {
        var call = with(ourKey, request(door.method(), path(door, "")));
        call.header(HttpHeaders.IF_MATCH, "\"1\"");
        return door.pattern().endsWith("/image")
                ? call.contentType(MediaType.IMAGE_PNG).content(new byte[] {1})
                : call.contentType(MediaType.APPLICATION_JSON)
                        .content(door.pattern().endsWith("/draft") ? "{}" : body(door));
    }

    private static String body(Doors.Door door) {
        if (door.pattern().equals("/api/offerings/{id}")) {
            return TERMS;
        }
        if (door.pattern().matches("/api/reviews/.*/(resubmit|evidence|statements)")) {
            return "{}";
        }
        if (door.pattern().endsWith("/comments")) {
            return "{\"comment\":\"Because it can be tried\"}";
        }
        return door.pattern().endsWith("/publish")
                ? "{\"overrideReason\":\"Because it can be tried, and so it is.\"}"
                : "{\"reason\":\"Because it can be tried\"}";
    }

    private static AbstractMockHttpServletRequestBuilder<?> with(
            String key, AbstractMockHttpServletRequestBuilder<?> call) {
        call.header(HttpHeaders.AUTHORIZATION, key);
        return call;
    }

    private String answer(Doors.Door door, AbstractMockHttpServletRequestBuilder<?> call) {
        try {
            return String.valueOf(http.perform(call).andReturn().getResponse().getStatus());
        } catch (Exception e) {
            throw new AssertionError(door.toString(), e);
        }
    }
}
