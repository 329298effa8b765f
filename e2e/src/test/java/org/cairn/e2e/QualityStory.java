package org.cairn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;

/// From an employer's need to a credential that tells who stands behind it: the employer joins and proves its domain,
/// designs together with a university, a quality council approves the text and accredits the university, the text is
/// published, the employer endorses it, a learner earns it, and a stranger reads all of that. Nothing here reads words
/// of the interface, so that it can be lived in any language.
final class QualityStory implements AutoCloseable {
    private static final String UNIVERSITY = "/o/sierra";
    private static final String COUNCIL = "/o/nqc";

    private final String run;
    private final String language;
    private final String title;
    private final Cast cast;
    private final EmployerSite site;
    private final Visitor employer;
    private final Visitor designer;
    private final Visitor reviewer;
    private String employerHome = "";
    private String room = "";
    private String spec = "";
    private String version = "";

    /// @param run tells one telling from another: in names, addresses and pictures
    QualityStory(Chromium chromium, String origin, String run, String language, int width, boolean javaScript)
            throws IOException {
        this.run = run;
        this.language = language.substring(0, 2);
        this.title = "Turbine blades " + run;
        this.cast = new Cast(chromium, origin, "quality-" + run, language, width, javaScript);
        this.site = new EmployerSite();
        this.employer = cast.someone("employer");
        this.designer = cast.someone("designer");
        this.reviewer = cast.someone("reviewer");
    }

    void isTold() {
        employerJoins();
        needIsTold();
        designIsAgreed();
        bothSign();
        councilApproves();
        operatorTrustsTheCouncil();
        councilAccredits();
        publish();
        endorse();
        var badge = earned();
        strangerChecks(badge);
        everybodyReads();
        assertThat(cast.people())
                .allSatisfy(person -> assertThat(person.complaints()).isEmpty());
    }

    private void employerJoins() {
        employer.open("/employers");
        employerHome = site.joinedBy(employer, "wren." + run + "@mail.example", "Blade works " + run);
    }

    private void needIsTold() {
        employer.open(employerHome + "/codesign/new");
        choose(employer, "partner", "Universidad de la Sierra");
        employer.fill("title", title)
                .fill("task", "Rotor blades are inspected from ropes, in wind.")
                .fill("lacking", "Telling a crack in the coat from one in the laminate")
                .fill("vacancies", "12");
        employer.press("main form[action$=\"/codesign/new\"] button");
        room = employer.path().replaceFirst(".*/codesign/", "").replaceFirst("[?#].*", "");
        employer.page()
                .locator("main form[action$=\"/evidence\"] select[name=kind]")
                .selectOption(first(1));
        employer.fill("dated", "2026-09-30").fill("words", "Twelve posts stood open for half a year.");
        employer.press("main form[action$=\"/evidence\"] button");
        advance(employer);
        employer.fill("skill", "Inspect rotor blades from ropes");
        employer.press("main form:has([name=skill]) button");
        advance(employer);
    }

    private static SelectOption first(int index) {
        return new SelectOption().setIndex(index);
    }

    private void designIsAgreed() {
        designer.signIn("diego.salas@sierra.example").open(UNIVERSITY + "/codesign/" + room);
        designer.fill("outcome", "Tells a crack in the coat from one in the laminate");
        designer.press("main form:has([name=outcome]) button");
        designer.fill("assessment", "Ten blades, five of them cracked, under the eyes of a master");
        designer.press("main form:has([name=assessment]) button");
        designer.press("main form[action$=\"/spec\"] button");
        spec = designer.page()
                .locator("main a[href*=\"/specs/\"]")
                .first()
                .getAttribute("href")
                .replaceFirst(".*/specs/([0-9a-f-]{36}).*", "$1");
        complete();
        designer.open(UNIVERSITY + "/codesign/" + room);
        advance(designer);
        employer.open(employerHome + "/codesign/" + room).fill("comment", "Let one of the ten be in the wind.");
        employer.press("main form[action$=\"/comments\"] button");
        designer.open(UNIVERSITY + "/codesign/" + room);
        designer.page()
                .locator("main form[action$=\"/decisions\"] select")
                .first()
                .selectOption("ACCEPTED");
        designer.fill("reason", "That is what the work is like.");
        designer.press("main form[action$=\"/decisions\"] button");
        advance(designer);
        designer.fill("pilotFrom", "2026-10-05")
                .fill("pilotTo", "2026-10-09")
                .fill("learners", "6")
                .fill("findings", "All six found the crack in the laminate.");
        designer.press("main form[action$=\"/pilot\"] button");
        advance(designer);
    }

    private void complete() {
        designer.open(UNIVERSITY + "/specs/" + spec + "/edit").press(button("add-assessment"));
        designer.choose("assessment.0.type", "PRACTICAL_ASSESSMENT")
                .fill("assessment.0.description[" + language + "]", "Ten blades under the eyes of a master")
                .choose("supervision", "SUPERVISED_ONSITE_WITH_ID");
        designer.press(button("add-qa")).choose("qa.0.type", "INTERNAL_ONLY");
        designer.tick("outcome.0.by", "0")
                .fill("ects", "1")
                .fill("hours", "25")
                .choose("eqfLevel", "4")
                .fill("fieldOfStudy", "0715")
                .tick("participation", "ON_SITE");
        designer.press(button("save"));
        assertThat(designer.has(".missing .is-open")).as("nothing is missing").isFalse();
        designer.press(button("frameworks")).press("main tbody a[href$=\"/TMC\"]");
        designer.choose("fact.trustedType", "application");
        designer.press("main form[action$=\"/frameworks/TMC\"] button[type=submit]");
        designer.choose("fact.assessment.0.complexity", "skill-complex");
        designer.press("main form[action$=\"/frameworks/TMC\"] button[type=submit]");
    }

    private void bothSign() {
        designer.press("main form[action$=\"/sign\"] button").press("form.confirm button");
        employer.open(employerHome + "/codesign/" + room);
        employer.press("main form[action$=\"/sign\"] button").press("form.confirm button");
        assertThat(employer.has("#sign .note--ok")).as(employer.text()).isTrue();
    }

    private void councilApproves() {
        designer.open(UNIVERSITY + "/reviews/new").choose("what", "draft:" + spec);
        choose(designer, "body", "Northern Quality Council");
        designer.tick("packs", "EU-2022").press("main form[action$=\"/reviews/new\"] button");
        var review = designer.path().replaceFirst(".*/reviews/", "");
        reviewer.signIn("quentin.moss@quality.example")
                .open(COUNCIL + "/reviews")
                .press("main a[href$=\"/reviews/" + review + "\"]");
        reviewer.press("main form[action$=\"/take\"] button").press("main a[href$=\"/decide\"]");
        reviewer.tick("decision", "APPROVED")
                .fill("reason", "Every outcome is assessed by what people of the trade do.");
        reviewer.press("main form[action$=\"/decide\"] button[type=submit]");
        assertThat(reviewer.has(".chip--good")).as(reviewer.text()).isTrue();
    }

    /// He does so once; in later tellings he finds it done.
    private void operatorTrustsTheCouncil() {
        var operator = cast.someone("operator").signIn("operator@cairn.example");
        operator.open("/operator/trust");
        var form = "main form[action$=\"/bodies/nqc\"]";
        if (operator.has(form + " input[name=trusted][value=true]")) {
            operator.press(form + " button");
        }
        assertThat(operator.has(form + " input[name=trusted][value=false]")).isTrue();
    }

    private void councilAccredits() {
        reviewer.open(COUNCIL + "/accreditations").press("main a[href$=\"/accreditations/new\"]");
        reviewer.fill("subject", "sierra").fill("fields", "07").choose("levelTo", "6");
        reviewer.fill("from", "2026-01-01").fill("until", "2031-12-31");
        reviewer.press("main form[action$=\"/accreditations/new\"] button[type=submit]");
        reviewer.press("main tbody a[href*=\"/statements/\"]");
    }

    private void publish() {
        designer.open(UNIVERSITY + "/specs/" + spec + "/publish").press("main form[action$=\"/publish\"] button");
        designer.open(UNIVERSITY + "/codesign/" + room);
        version = designer.page()
                .locator("#review a[href*=\"/catalogue/\"]")
                .first()
                .getAttribute("href")
                .replaceFirst(".*/catalogue/", "");
    }

    private void endorse() {
        employer.open(employerHome + "/endorsements/new?version=" + version);
        employer.tick("kinds", "NEED")
                .tick("kinds", "ASSESSMENT_VALID")
                .tick("kinds", "CO_DESIGNED")
                .tick("conflict", "NONE")
                .fill("months", "24");
        employer.press("main form[action$=\"/endorsements/new\"] button[type=submit]");
        assertThat(employer.text()).contains(title);
    }

    private byte[] earned() {
        var issuer = cast.someone("issuer").signIn("irene.vidal@sierra.example");
        issuer.open(UNIVERSITY + "/awards/import");
        choose(issuer, "spec", title);
        var register =
                "name,e-mail,learner number,date\nIda Holm,ida." + run + "@mail.example,q-" + run + ",2026-11-20\n";
        issuer.upload("file", "class.csv", "text/csv", register.getBytes(UTF_8))
                .press("main form[action$=\"/import\"] button[type=submit]");
        issuer.press("form[action$=\"/confirm\"] button").await("a[href*=\"/awards\"]");
        var learner = cast.someone("learner").openLetter("ida." + run + "@mail.example", "/claim/");
        learner.press("form[action$=\"/claim/take\"] button");
        learner.open("/portfolio").await(".cards article a").press(".cards article a");
        return learner.fetch(learner.path() + "/badge.json");
    }

    private void strangerChecks(byte[] badge) {
        var stranger = cast.someone("stranger");
        stranger.open("/verify").fill("text", new String(badge, UTF_8)).press("main form button[type=submit]");
        assertThat(stranger.has(".verdict--valid")).as(stranger.text()).isTrue();
        assertThat(stranger.page().locator("[data-standing=ACCREDITED]").count())
                .as("the university is accredited, the version approved")
                .isEqualTo(2);
        assertThat(stranger.page().locator("[data-endorser]").count()).isEqualTo(1);
        assertThat(stranger.page().locator("[data-endorser] ul li").count())
                .as("two statements and that it was designed together")
                .isEqualTo(3);
        assertThat(stranger.text()).contains("Northern Quality Council", "Blade works " + run, site.domain());
        stranger.press("[data-standing] a[href*=\"/statements/\"]");
    }

    private void everybodyReads() {
        var reader = cast.someone("reader").open("/catalogue/" + version);
        assertThat(reader.text()).contains("Blade works " + run, "Northern Quality Council");
        reader.open("/catalogue/compare?v=" + version)
                .open("/trust")
                .open("/employers")
                .open("/feed");
        assertThat(new String(reader.fetch("/catalogue/" + version + "/ctdl.jsonld"), UTF_8))
                .contains("ceterms:", title);
        assertThat(new String(reader.fetch("/catalogue/" + version + "/elm.jsonld"), UTF_8))
                .contains(title);
    }

    private static void advance(Visitor somebody) {
        somebody.press("main form[action$=\"/advance\"] button");
    }

    private static void choose(Visitor somebody, String field, String words) {
        var value = somebody.page()
                .locator("select[name=" + field + "] option", new Page.LocatorOptions().setHasText(words))
                .first()
                .getAttribute("value");
        somebody.choose(field, value);
    }

    private static String button(String what) {
        return "main button[name=do][value=\"" + what + "\"]:not(.visually-hidden)";
    }

    @Override
    public void close() {
        site.close();
        cast.close();
    }
}
