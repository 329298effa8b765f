package org.cairn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A microcredential from its first word to its revocation, each person at a browser of her own. Nothing here reads
/// words of the interface, so that it can be lived in any language.
final class Story implements AutoCloseable {
    private static final String UNIVERSITY = "/o/sierra";

    private final String origin;
    private final String run;
    private final String language;
    private final String title;
    private final String learnerAddress;
    private final Cast cast;
    private final Visitor learner;
    private final Visitor employer;

    /// @param run tells one telling from another: in names, addresses and pictures
    Story(Chromium chromium, String origin, String run, String language, int width, boolean javaScript) {
        this.origin = origin;
        this.run = run;
        this.cast = new Cast(chromium, origin, run, language, width, javaScript);
        this.language = language;
        this.title = "Bicycle brakes " + run;
        this.learnerAddress = "nadia." + run + "@mail.example";
        this.learner = cast.someone("learner");
        this.employer = cast.someone("employer");
    }

    void isTold() throws IOException, InterruptedException {
        design();
        var issuer = cast.someone("issuer").signIn("irene.vidal@sierra.example");
        awardTheClass(issuer);
        awardTheSameFileAgain(issuer);
        claimByLetter();
        claimOnPaper(issuer);
        var files = takeFiles();
        var link = share();
        letAProgramRead(files);
        employerChecks(link, files);
        assertThat(verdict(files.json())).isEqualTo("VALID");
        revoke(issuer);
        employerChecksAgain(link, files);
        assertThat(outcome(files.json(), "status")).isEqualTo("FAIL");
        assertThat(cast.people())
                .allSatisfy(person -> assertThat(person.complaints()).isEmpty());
    }

    private void design() {
        var designer = cast.someone("designer").signIn("diego.salas@sierra.example");
        designer.open(UNIVERSITY + "/specs/new").fill("title", title).press("main form button[type=submit]");
        designer.fill(in("title"), title).fill(in("description"), "Find out why a brake drags, and put it right.");
        designer.press(button("add-assessment"))
                .choose("assessment.0.type", "PRACTICAL_ASSESSMENT")
                .fill(in("assessment.0.description"), "Two brakes set right under the eyes of a mechanic")
                .choose("supervision", "SUPERVISED_ONSITE_WITH_ID");
        designer.press(button("add-outcome"))
                .fill(in("outcome.0.text"), "Set a rim brake and a disc brake so that they do not drag")
                .tick("outcome.0.by", "0");
        designer.press(button("add-qa")).choose("qa.0.type", "INTERNAL_ONLY");
        designer.fill("ects", "1").fill("hours", "25").choose("eqfLevel", "4").tick("participation", "ON_SITE");
        designer.press(button("save"));
        assertThat(designer.has(".missing .is-open")).as("nothing is missing").isFalse();
        designer.press(button("publish"));
        assertThat(designer.has(".check-line--fail")).isFalse();
        designer.press("main form[action$=\"/publish\"] button");
        assertThat(designer.text()).contains(title);
    }

    private byte[] register() {
        return """
                name,e-mail,learner number,date,grade
                Nadia Okafor,%1$s,%2$s-1,2026-06-30,9
                Omar Said,,%2$s-2,2026-06-30,7
                Pia Lund,not an address,%2$s-3,2026-06-30,8
                Quim Roca,quim.%2$s@mail.example,%2$s-4,2026-06-30,10
                """.formatted(learnerAddress, run).getBytes(UTF_8);
    }

    private void awardTheClass(Visitor issuer) {
        preview(issuer);
        assertThat(issuer.page().locator(".row-error th").allInnerTexts())
                .singleElement()
                .satisfies(line -> assertThat(line).contains(number(4)));
        issuer.press("form[action$=\"/confirm\"] button").await("a[href$=\"/codes\"]");
        issuer.press("a[href$=\"/codes\"]");
        assertThat(issuer.text()).contains("Omar Said");
    }

    /// Everybody of the file has it already: there is nothing to confirm.
    private void awardTheSameFileAgain(Visitor issuer) {
        preview(issuer);
        assertThat(issuer.has("form[action$=\"/confirm\"]")).isFalse();
        issuer.press("form[action$=\"/discard\"] button");
    }

    private void preview(Visitor issuer) {
        issuer.open(UNIVERSITY + "/awards/import");
        var version = issuer.page()
                .locator(
                        "select[name=spec] option",
                        new com.microsoft.playwright.Page.LocatorOptions().setHasText(title))
                .first()
                .getAttribute("value");
        issuer.choose("spec", version)
                .upload("file", "class-" + run + ".csv", "text/csv", register())
                .press("main form[action$=\"/import\"] button[type=submit]");
    }

    private void claimByLetter() {
        learner.openLetter(learnerAddress, "/claim/").press("form[action$=\"/claim/take\"] button");
        learner.open("/portfolio").await(".cards article a").press(".cards article a");
        assertThat(learner.text()).contains(title);
    }

    private void claimOnPaper(Visitor issuer) {
        find(issuer, run + "-2").press("#awards th a");
        var code = issuer.page().locator("main code").first().innerText();
        var paper = cast.someone("paper").open("/claim").fill("code", code);
        paper.press("form[action$=\"/claim\"] button").press("form[action$=\"/claim/take\"] button");
        assertThat(paper.path()).startsWith("/portfolio");
        paper.open("/portfolio").await(".cards article a");
        assertThat(paper.text()).contains(title);
    }

    private record Files(String json, byte[] png, byte[] svg, byte[] pdf) {}

    private Files takeFiles() {
        var here = learner.path();
        var files = new Files(
                new String(learner.fetch(here + "/badge.json"), UTF_8),
                learner.fetch(here + "/badge.png"),
                learner.fetch(here + "/badge.svg"),
                learner.fetch(here + "/badge.pdf"));
        assertThat(new String(files.pdf(), 0, 5, UTF_8)).isEqualTo("%PDF-");
        learner.open(here + "/print").open(here);
        return files;
    }

    private String share() {
        learner.press("main a[href*=\"/portfolio/shares/new\"]");
        assertThat(learner.page().locator("[name=credentials]").isChecked())
                .as("the one she came from is chosen")
                .isTrue();
        learner.fill("purpose", "Workshop " + run).press("main form[action$=\"/portfolio/shares\"] button");
        return learner.page().locator("#share-link").inputValue();
    }

    /// A program of hers sees the same with a key, until she takes it back.
    private void letAProgramRead(Files files) throws IOException, InterruptedException {
        learner.open("/account").press("main a[href$=\"/account/keys\"]").fill("name", "Wallet " + run);
        learner.press("main form[action$=\"/account/keys\"] button");
        try (var program = new Api(origin, learner.page().locator("#secret").inputValue())) {
            var id = program.get("/api/me/credentials")
                    .ok()
                    .at("/credentials/0/id")
                    .asString();
            assertThat(program.get("/api/me/credentials/" + id + "/badge.json").ok())
                    .isEqualTo(JsonMapper.shared().readTree(files.json()));
            learner.press("main form[action$=\"/revocation\"] button").press("form.confirm button");
            assertThat(program.get("/api/me/credentials").status()).isEqualTo(401);
        }
    }

    private void employerChecks(String link, Files files) {
        employer.open(link.substring(origin.length()));
        assertThat(employer.text()).contains(title, "Nadia Okafor");
        employer.press("main a[href*=\"/verify?share=\"]");
        assertThat(employer.has(".verdict--valid")).as(employer.text()).isTrue();
        upload("badge.png", "image/png", files.png());
        assertThat(employer.has(".verdict--valid")).as(employer.text()).isTrue();
        upload("badge.svg", "image/svg+xml", files.svg());
        assertThat(employer.has(".verdict--valid")).as(employer.text()).isTrue();
        upload("badge.pdf", "application/pdf", files.pdf());
        assertThat(employer.has(".verdict--valid")).as(employer.text()).isTrue();
        paste(files.json().replace("Nadia", "Nadja").replace("drags", "sings"));
        assertThat(employer.has(".verdict--not_valid")).as(employer.text()).isTrue();
    }

    private void employerChecksAgain(String link, Files files) {
        employer.open(link.substring(origin.length())).press("main a[href*=\"/verify?share=\"]");
        assertThat(employer.has(".verdict--not_valid")).as(employer.text()).isTrue();
        paste(files.json());
        assertThat(employer.has(".verdict--not_valid")).as(employer.text()).isTrue();
        assertThat(employer.page().locator(".check-line--fail").count())
                .as("one line fails: the status")
                .isOne();
        learner.open("/portfolio/shares").open("/portfolio").press(".cards article a");
        assertThat(learner.has(".chip--bad")).as("she sees it too").isTrue();
    }

    private void upload(String name, String type, byte[] content) {
        employer.open("/verify").upload("file", name, type, content).press("main form button[type=submit]");
    }

    private void paste(String text) {
        employer.open("/verify").fill("text", text).press("main form button[type=submit]");
    }

    private static Visitor find(Visitor issuer, String words) {
        return issuer.open(UNIVERSITY + "/awards").fill("q", words).press("search form button");
    }

    private void revoke(Visitor issuer) {
        find(issuer, run + "-1")
                .press("#awards th a")
                .press("main td a[href*=\"/credentials/\"]")
                .press("main a[href$=\"/revoke\"]");
        issuer.fill("reason", "The assessment was taken by somebody else").tick("confirmation", "true");
        issuer.press("main form.confirm button[type=submit]");
        assertThat(issuer.has(".chip--bad")).isTrue();
    }

    private String verdict(String credential) throws IOException, InterruptedException {
        return verified(credential).path("verdict").asString();
    }

    private String outcome(String credential, String check) throws IOException, InterruptedException {
        for (var finding : verified(credential).path("findings")) {
            if (finding.path("check").asString().equalsIgnoreCase(check)) {
                return finding.path("outcome").asString();
            }
        }
        return "no such line";
    }

    private JsonNode verified(String credential) throws IOException, InterruptedException {
        try (var api = new Api(origin, "")) {
            return api.post("/verify", "application/vc+ld+json", credential.getBytes(UTF_8))
                    .ok();
        }
    }

    private String in(String field) {
        return field + "[" + language.substring(0, 2) + "]";
    }

    private static String button(String what) {
        return "main button[name=do][value=\"" + what + "\"]:not(.visually-hidden)";
    }

    private static String number(int n) {
        return Integer.toString(n);
    }

    @Override
    public void close() {
        cast.close();
    }
}
