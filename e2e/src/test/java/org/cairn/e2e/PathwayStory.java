package org.cairn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// From a goal to the first finished step of the way there: a clerk of a warehouse wants to be a data analyst and has
/// little time and money. Nothing here reads words of the interface; what she types is in her language.
final class PathwayStory implements AutoCloseable {
    private static final String CENTRE = "/o/harbour";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /// A skill that the occupation asks for and the curriculum does not speak of.
    private static final String PRESENTING = "348b74cd-49ce-4844-8bdf-ec188b497213";

    private static final Map<String, String> OCCUPATION =
            Map.of("en", "data analyst", "es", "analista de datos", "ar", "محلل بيانات");
    private static final Map<String, String> CURRICULUM = Map.of(
            "en",
            "Five years as a clerk in a warehouse. I keep the stock lists in a spreadsheet and look things up in the"
                    + " database of the supplier. I used spreadsheets software every day and learnt to use databases.",
            "es",
            "Cinco años en un almacén. Sé utilizar hojas de cálculo y utilizar bases de datos; aprendí a depurar datos.",
            "ar",
            "خمس سنوات في مستودع. أجيد استخدام برامج الجداول الإلكترونية و استخدام قواعد البيانات و تنقية البيانات.");

    private final String run;
    private final String language;
    private final String address;
    private final Cast cast;

    /// @param run tells one telling from another: in names, addresses and pictures
    PathwayStory(Chromium chromium, String origin, String run, String language, int width, boolean javaScript) {
        this.run = run;
        this.cast = new Cast(chromium, origin, run, language, width, javaScript);
        this.language = language;
        this.address = "nora.way." + run + "@mail.example";
    }

    void isTold() {
        var registrar = cast.someone("way-registrar").signIn("tomas.byrne@harbour.example");
        award(registrar, versionBringing(registrar, PRESENTING));
        var learner = cast.someone("way-learner").openLetter(address, "/claim/");
        learner.press("form[action$=\"/claim/take\"] button");
        tellOfHerself(learner);
        var goal = chooseGoal(learner);
        plan(learner, goal);
        var pathway = follow(learner, goal);
        var version = enrol(learner, pathway, versions(registrar));
        award(registrar, version);
        learner.open(pathway).await("progress[value=\"1\"]");
        assertThat(cast.people())
                .allSatisfy(person -> assertThat(person.complaints()).isEmpty());
    }

    private List<String> versions(Visitor registrar) {
        return registrar.open(CENTRE + "/awards/new").page().locator("select[name=spec] option").all().stream()
                .map(option -> Optional.ofNullable(option.getAttribute("value")).orElse(""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// The version of the centre that brings a skill.
    private String versionBringing(Visitor registrar, String skill) {
        return versions(registrar).stream()
                .filter(version -> new String(registrar.fetch("/catalogue/" + version), UTF_8).contains(skill))
                .findFirst()
                .orElseThrow();
    }

    private void award(Visitor registrar, String version) {
        registrar
                .open(CENTRE + "/awards/new")
                .choose("spec", version)
                .fill("name", "Nora Way " + run)
                .fill("email", address)
                .fill("date", "2026-06-30")
                .press("main form[method=post] button[type=submit]");
    }

    /// What the credential brought is there; a text adds to it, and she refuses one of its findings.
    private void tellOfHerself(Visitor learner) {
        learner.open("/portfolio/skills");
        var before = rows(learner);
        assertThat(before).as("skills of the credential").isPositive();
        findSkills(learner);
        var found = learner.page().locator("[name=take]");
        assertThat(found.count()).as("skills of the text").isGreaterThanOrEqualTo(2);
        var kept = found.count() - 1;
        found.last().uncheck();
        learner.press("main form[action$=\"/decide\"] button[type=submit]");
        assertThat(rows(learner)).isEqualTo(before + kept);
    }

    private static int rows(Visitor learner) {
        return learner.page().locator("main table tbody tr").count();
    }

    /// Reading texts is prepared in the background after a start; until then the page says so.
    private void findSkills(Visitor learner) {
        for (int i = 0; i < 120; i++) {
            learner.fill("text", text(CURRICULUM)).press("main form[action$=\"/skills/text\"] button[type=submit]");
            if (learner.has("[name=take]")) {
                return;
            }
            learner.page().waitForTimeout(1_000);
        }
        throw new IllegalStateException("no skills were found: " + learner.text());
    }

    private String text(Map<String, String> texts) {
        return Optional.ofNullable(texts.get(language.substring(0, 2))).orElseThrow();
    }

    private String chooseGoal(Visitor learner) {
        learner.open("/portfolio/goals").fill("q", text(OCCUPATION)).press("search button[type=submit]");
        learner.press("main form[action$=\"/portfolio/goals\"] button[type=submit]");
        assertThat(learner.has("svg.gap-picture .gap-bar--met"))
                .as("what is there")
                .isTrue();
        assertThat(learner.has("svg.gap-picture .gap-bar--open"))
                .as("what is missing")
                .isTrue();
        return learner.path();
    }

    /// The plan under the usual terms, why it is so, what else there is, and the plan without money.
    private void plan(Visitor learner, String goal) {
        learner.open(goal).press("a[href$=\"/plan\"]");
        var steps = learner.page().locator(".plan-steps > li").count();
        assertThat(steps).as("steps").isGreaterThanOrEqualTo(2);
        learner.press(".plan-steps a[href*=\"/why\"]");
        assertThat(learner.page().locator("main ul li").count()).as("reasons").isPositive();
        learner.open(goal + "/plan/alternatives");
        assertThat(learner.page().locator("main section.sheet").count()).isEqualTo(4);
        budget(learner, goal, "0");
        assertThat(learner.page().locator(".plan-steps > li").count())
                .as("steps without money")
                .isBetween(1, steps);
        budget(learner, goal, "50");
    }

    private static void budget(Visitor learner, String goal, String amount) {
        learner.open(goal + "/plan").fill("budget", amount).press("main form[action$=\"/terms\"] button[type=submit]");
    }

    private String follow(Visitor learner, String goal) {
        learner.open(goal + "/plan").press("main form[action$=\"/follow\"] button");
        assertThat(learner.path()).contains("/portfolio/pathways/");
        return learner.path();
    }

    /// Enrols in the first step that the centre gives.
    ///
    /// @return the version it teaches
    private String enrol(Visitor learner, String pathway, List<String> ofTheCentre) {
        var row = learner.open(pathway).page().locator("main table tbody tr").all().stream()
                .filter(each ->
                        ofTheCentre.contains(id(each.locator("th a").first().getAttribute("href"))))
                .findFirst()
                .orElseThrow();
        var version = id(row.locator("th a").first().getAttribute("href"));
        learner.press(row.locator("form[action$=\"/enrol\"] button"));
        assertThat(learner.has("main table a[href$=\"/portfolio/enrolments\"]"))
                .as("it runs")
                .isTrue();
        learner.open("/portfolio/enrolments");
        assertThat(rows(learner)).isEqualTo(1);
        return version;
    }

    private static String id(String text) {
        return ID.matcher(text).results().findFirst().orElseThrow().group();
    }

    @Override
    public void close() {
        cast.close();
    }
}
