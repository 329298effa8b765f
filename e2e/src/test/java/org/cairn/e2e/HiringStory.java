package org.cairn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URLEncoder;

/// An employer writes down a role, checks an applicant's file against it and a heap of files at once, and finds
/// somebody
/// who chose to be found: under an invented name until she answers, gone when she withdraws. Nothing here reads words
/// of
/// the interface, so that it can be lived in any language.
final class HiringStory implements AutoCloseable {
    private final String run;
    private final Cast cast;
    private final Visitor employer;
    private final Visitor learner;
    private final EmployerSite site;
    private String home = "";
    private String role = "";
    private String skill = "";

    /// @param run tells one telling from another: in names and pictures
    HiringStory(Chromium chromium, String origin, String run, String language, int width, boolean javaScript)
            throws IOException {
        this.run = run;
        this.cast = new Cast(chromium, origin, "hiring-" + run, language, width, javaScript);
        this.employer = cast.someone("employer");
        this.learner = cast.someone("learner");
        this.site = new EmployerSite();
    }

    void isTold() {
        learner.signIn("ana.torres@mail.example").open("/portfolio").press(".cards article a");
        var badge = learner.fetch(learner.path() + "/badge.json");
        home = site.joinedBy(employer, "finn." + run + "@mail.example", "Charts and wind " + run);
        writeRole();
        checkApplicant(badge);
        checkMany(badge);
        wantToBeFound();
        find();
        answerAndWithdraw();
        takeAlong();
        assertThat(cast.people())
                .allSatisfy(person -> assertThat(person.complaints()).isEmpty());
    }

    private void writeRole() {
        employer.open(home + "/roles")
                .fill("title", "Data analyst " + run)
                .fill("about", "Charts that people understand.");
        employer.press("main form[method=post]:has([name=title]) button");
        role = employer.path().replaceFirst("[?#].*", "");
        employer.fill("words", "Knows the wind " + run);
        employer.press("main form[action$=\"/skills\"]:has(input[name=words][type=text]) button");
        assertThat(employer.text()).contains("Knows the wind " + run);
    }

    private void checkApplicant(byte[] badge) {
        employer.open(role + "/check")
                .upload("file", "applicant.json", "application/json", badge)
                .tick("keep", "true")
                .fill("reference", "A-" + run)
                .press("main form[action$=\"/check\"] button[type=submit]");
        assertThat(employer.has("tr[data-result=NOT_SHOWN]"))
                .as(employer.text())
                .isTrue();
        assertThat(employer.path()).contains("/checks/");
        assertThat(new String(employer.fetch(employer.path() + "/ats.csv"), UTF_8))
                .isNotBlank();
    }

    private void checkMany(byte[] badge) {
        var altered = new String(badge, UTF_8).replaceFirst("Ana ", "Eva ").getBytes(UTF_8);
        employer.open(home + "/verifications").fill("name", "Pile " + run);
        employer.page().locator("input[type=file][name=file]").setInputFiles(new FilePayload[] {
            file("one.json", badge), file("again.json", badge), file("altered.json", altered)
        });
        employer.press("main form[enctype] button[type=submit]").await("main a[href$=\"/report.csv\"]");
        assertThat(employer.page().locator("[data-state]").count()).isEqualTo(3);
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/json", content);
    }

    private void wantToBeFound() {
        learner.open("/portfolio/talent").open("/portfolio/talent/new");
        var box = learner.page().locator("main [name=skills]").first();
        skill = box.getAttribute("value");
        box.check();
        var credentials = learner.page().locator("main [name=credentials]");
        for (var at = 0; at < credentials.count(); at++) {
            credentials.nth(at).check();
        }
        learner.choose("country", "ES").fill("languages", "en, es").fill("lookingFor", "Work with numbers " + run);
        learner.press("main form[action$=\"/preview\"] button[type=submit]");
        learner.press("main form[action$=\"/publish\"] button[type=submit]");
        assertThat(learner.has("main form[action$=\"/withdraw\"]"))
                .as(learner.text())
                .isTrue();
    }

    private void find() {
        employer.open(home + "/talent").open(home + "/talent?skill=" + URLEncoder.encode(skill, UTF_8));
        assertThat(employer.text()).doesNotContain("Torres");
        employer.press("article.talent a");
        employer.fill("message", "We look for somebody who makes charts of wind, would you talk to us?");
        employer.press("main form[action$=\"/ask\"] button[type=submit]");
        employer.open(home + "/talent/contacts");
    }

    private void answerAndWithdraw() {
        learner.open("/portfolio/talent");
        assertThat(learner.has("#looks")).isTrue();
        learner.press("#contacts a[href*=\"/contacts/\"]");
        learner.tick("name", "true").press("main form[action$=\"/answer\"] button[value=YES]");
        employer.open(home + "/talent/contacts").press("main a[href*=\"/talent/contacts/\"]");
        assertThat(employer.text()).contains("Torres");
        learner.open("/portfolio/talent")
                .press("main form[action$=\"/withdraw\"] button")
                .press("form.confirm button");
        employer.open(home + "/talent?skill=" + URLEncoder.encode(skill, UTF_8));
        assertThat(employer.has("article.talent")).as("gone at once").isFalse();
    }

    private void takeAlong() {
        learner.open("/portfolio/export");
    }

    @Override
    public void close() {
        site.close();
        cast.close();
    }
}
