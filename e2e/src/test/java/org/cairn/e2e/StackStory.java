package org.cairn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A certificate from its rule to the look at it after a part was lost, each person at a browser of her own. Nothing
/// here reads words of the interface, so that it can be lived in any language.
final class StackStory implements AutoCloseable {
    private static final String UNIVERSITY = "/o/sierra";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final String origin;
    private final String run;
    private final String learnerAddress;
    private final Cast cast;

    /// @param run tells one telling from another: in names, addresses and pictures
    StackStory(Chromium chromium, String origin, String run, String language, int width, boolean javaScript) {
        this.origin = origin;
        this.run = run;
        this.cast = new Cast(chromium, origin, "stack-" + run, language, width, javaScript);
        this.learnerAddress = "vera." + run + "@mail.example";
    }

    void isTold() throws IOException, InterruptedException {
        var registrar = cast.someone("registrar").signIn("carmen.ruiz@sierra.example");
        var rule = publishedRule(registrar);
        var modules = rule.subList(1, 4);
        var version = define(registrar);
        modules.forEach(module -> award(registrar, module));
        var learner = cast.someone("learner").openLetter(learnerAddress, "/claim/");
        learner.press("form[action$=\"/claim/take\"] button");
        var missing = progress(learner, version);
        missing.forEach(module -> award(registrar, module));
        claim(learner, version);
        confirm(registrar);
        var credential = composite(learner);
        assertThat(verified(credential).path("verdict").asString()).isEqualTo("VALID");
        assertThat(credential).contains("\"evidence\"");
        revokeAPart(registrar);
        review(registrar);
        assertThat(verified(credential).path("verdict").asString())
                .as("the larger award stands, as the registrar decided")
                .isEqualTo("VALID");
        assertThat(cast.people())
                .allSatisfy(person -> assertThat(person.complaints()).isEmpty());
    }

    /// What the demonstration's certificate is made of: what it awards, then the microcredentials in their order.
    private List<String> publishedRule(Visitor registrar) {
        // The oldest is last; the newer ones are those of other tellings.
        registrar
                .open(UNIVERSITY + "/stacks")
                .press(registrar.page().locator("main table th a").last());
        registrar.press("#versions th a");
        var href =
                registrar.page().locator("main a[href$=\"/rule.yaml\"]").first().getAttribute("href");
        return ID.matcher(new String(registrar.fetch(href), UTF_8))
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    /// The same rule under another name and level, so that each telling has one of its own.
    private String define(Visitor registrar) {
        var text = ruleText(registrar);
        registrar
                .open(UNIVERSITY + "/stacks/new")
                .fill("name", "data-" + run)
                .press("main form.sheet button[type=submit]");
        registrar.press("main button[name=do][value=save]:not(.visually-hidden)");
        var here = registrar.path().replaceAll("/rule.*", "");
        registrar
                .open(here + "/text")
                .fill("text", "stack: [")
                .press("main form[action$=\"/text\"] button[type=submit]");
        assertThat(registrar.text()).as("a fault is told by its line").contains(number(1));
        registrar.open(here + "/text").fill("text", text).press("main form[action$=\"/text\"] button[type=submit]");
        registrar.open(here + "/rule").open(here).press("main form[action$=\"/publish\"] button");
        registrar.press("form.confirm button");
        registrar.open(here).press("#versions th a");
        registrar.open(registrar.path() + "/pathway");
        return id(registrar.path());
    }

    private static String id(String text) {
        return ID.matcher(text).results().findFirst().orElseThrow().group();
    }

    private String ruleText(Visitor registrar) {
        var href =
                registrar.page().locator("main a[href$=\"/rule.yaml\"]").first().getAttribute("href");
        return new String(registrar.fetch(href), UTF_8)
                .replace("level: certificate", "level: certificate-" + run)
                // In every language, so that it is found in each.
                .replaceAll(
                        "Certificate in applied data work|Certificado en trabajo aplicado con datos"
                                + "|شهادة في العمل التطبيقي بالبيانات",
                        "Data work " + run);
    }

    private void award(Visitor registrar, String version) {
        registrar
                .open(UNIVERSITY + "/awards/new")
                .choose("spec", version)
                .fill("name", "Vera Lind " + run)
                .fill("email", learnerAddress)
                .fill("date", "2026-06-30")
                .press("main form[method=post] button[type=submit]");
    }

    /// Looks at what is missing, registers, and tries what the others that fit would do.
    ///
    /// @return those others
    private List<String> progress(Visitor learner, String version) {
        var home = "/portfolio/stacks/" + version;
        learner.open("/portfolio/stacks").open(home);
        assertThat(learner.has("svg[role=img]")).as("a picture").isTrue();
        assertThat(learner.has("form[action$=\"/claim\"]")).as("not yet").isFalse();
        assertThat(learner.has(".shortfalls li")).isTrue();
        assertThat(learner.page().locator(".ways > li").count())
                .as("ways there")
                .isGreaterThanOrEqualTo(2);
        learner.press("main form[action$=\"/register\"] button");
        var choices = learner.open(home).page().locator("[name=take]").all().stream()
                .map(choice -> choice.getAttribute("value"))
                .toList();
        choices.forEach(choice -> learner.tick("take", choice));
        learner.press("main form[action*=\"#whatif\"] button");
        assertThat(learner.has("#whatif .note--ok")).as("these would do").isTrue();
        return choices.stream().map(StackStory::id).toList();
    }

    private void claim(Visitor learner, String version) {
        learner.open("/portfolio/stacks/" + version).press("main form[action$=\"/claim\"] button");
        assertThat(learner.path()).contains("/portfolio/stacks/claims/");
    }

    private void confirm(Visitor registrar) {
        registrar.open(UNIVERSITY).open(UNIVERSITY + "/claims").press(waiting(registrar));
        assertThat(registrar.text()).contains("Data work " + run);
        registrar.fill("reason", "All parts seen").press("main button[formaction$=\"/confirm\"]");
    }

    private com.microsoft.playwright.Locator waiting(Visitor registrar) {
        return registrar
                .page()
                .locator("main tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Data work " + run))
                .locator("th a")
                .first();
    }

    private String composite(Visitor learner) throws IOException, InterruptedException {
        learner.open("/portfolio").await(".cards article a").press(".cards article a");
        var credential = new String(learner.fetch(learner.path() + "/badge.json"), UTF_8);
        var record = new String(learner.fetch(learner.path() + "/clr.json"), UTF_8);
        assertThat(record).contains("ClrCredential");
        assertThat(verified(record).path("verdict").asString()).isEqualTo("VALID");
        return credential;
    }

    private void revokeAPart(Visitor registrar) {
        registrar.open(UNIVERSITY + "/awards").fill("q", "Vera Lind " + run).press("search form button");
        registrar.press(registrar.page().locator("#awards th a").last());
        registrar.press("main td a[href*=\"/credentials/\"]").press("main a[href$=\"/revoke\"]");
        registrar.fill("reason", "The assessment was taken by somebody else").tick("confirmation", "true");
        registrar.press("main form.confirm button[type=submit]");
    }

    private void review(Visitor registrar) {
        registrar.open(UNIVERSITY + "/impact-reviews").press(waiting(registrar));
        registrar
                .tick("outcome", "STANDS")
                .fill("reason", "The project shows the same")
                .press("main form.sheet button[type=submit]");
        registrar.open(UNIVERSITY + "/impact-reviews");
        assertThat(registrar.text()).doesNotContain("Data work " + run);
    }

    private JsonNode verified(String credential) throws IOException, InterruptedException {
        try (var api = new Api(origin, "")) {
            return api.post("/verify", "application/vc+ld+json", credential.getBytes(UTF_8))
                    .ok();
        }
    }

    private static String number(int n) {
        return Integer.toString(n);
    }

    @Override
    public void close() {
        cast.close();
    }
}
