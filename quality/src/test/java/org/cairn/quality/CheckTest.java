package org.cairn.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.quality.Outcome.Gap;
import org.cairn.quality.Outcome.NotApplicable.Cause;
import org.cairn.quality.Report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What comes of a rule, by rules of one condition each.
class CheckTest {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    static final Locale ENGLISH = Locale.ENGLISH;

    static final Map<String, Object> JUDGED = Map.of(
            "rule",
            "R",
            "answer",
            true,
            "reviewer",
            "Eva",
            "reason",
            "seen",
            "on",
            "2026-01-01",
            "evidence",
            List.of("a"));

    static Stream<Arguments> answers() {
        var hours = Map.of("spec", Map.of("workload", Map.of("hours", 40)));
        var outcomes = Map.of(
                "spec",
                Map.of(
                        "outcome", List.of(Map.of("id", "a", "text", Map.of("en", "x")), Map.of("id", "b")),
                        "assessment", List.of(Map.of("outcomes", List.of("a")))));
        var title = Map.of("spec", Map.of("title", Map.of("en", "Mastering wheels", "es", "Título nacional")));
        return Stream.of(
                Arguments.of("{range: {fact: spec.workload.hours, atLeast: 40, atMost: 40}}", hours, "PASS"),
                Arguments.of("{range: {fact: spec.workload.hours, atLeast: 40.01}}", hours, "FAIL"),
                Arguments.of("{not: {present: spec.title}}", hours, "PASS"),
                Arguments.of("{oneOf: {fact: spec.workload.hours, codes: [40]}}", hours, "PASS"),
                Arguments.of("{count: {of: spec.outcome, atLeast: 2, atMost: 2}}", outcomes, "PASS"),
                Arguments.of("{count: {of: spec.outcome, atMost: 1}}", outcomes, "FAIL"),
                Arguments.of("{count: {of: spec.credit}}", outcomes, "PASS"),
                Arguments.of("{each: {of: spec.credit, that: {present: it.points}}}", outcomes, "PASS"),
                Arguments.of("{some: {of: spec.credit, that: {present: it.points}}}", outcomes, "FAIL"),
                Arguments.of("{covered: {each: spec.outcome, by: spec.assessment}}", outcomes, "FAIL"),
                Arguments.of("{covered: {each: spec.credit, by: spec.assessment}}", outcomes, "FAIL"),
                Arguments.of("{contains: {fact: spec.title, words: [master]}}", title, "FAIL"),
                Arguments.of("{contains: {fact: spec.title, words: [Nacional]}}", title, "PASS"),
                Arguments.of("{any: [{present: spec.description}, {present: spec.title}]}", title, "PASS"),
                Arguments.of(
                        "{any: [{present: spec.description}, {attested: {withinMonths: 1}}]}", title, "NEEDS_REVIEW"),
                Arguments.of("{all: [{present: spec.description}, {attested: {withinMonths: 1}}]}", title, "FAIL"),
                Arguments.of("{not: {attested: {withinMonths: 1}}}", title, "NEEDS_REVIEW"),
                Arguments.of(
                        "{range: {fact: spec.workload.hours, atLeast: 1}}",
                        Map.of("spec", Map.of("workload", Map.of("hours", "many"))),
                        "ERROR"),
                Arguments.of("{day: {fact: spec.review.lastReview}}", review("soon"), "ERROR"),
                Arguments.of("{day: {fact: spec.review.lastReview}}", review("2026-12-01"), "FAIL"),
                Arguments.of("{day: {fact: spec.review.lastReview}}", review("2026-11-30T08:00:00Z"), "PASS"),
                Arguments.of("{day: {fact: spec.review.lastReview, mayBeToCome: true}}", review("2026-12-01"), "PASS"),
                Arguments.of("{day: {fact: spec.review.lastReview, withinMonths: 1}}", review("2026-10-30"), "PASS"),
                Arguments.of("{day: {fact: spec.review.lastReview, withinMonths: 1}}", review("2026-10-29"), "FAIL"));
    }

    private static Map<String, Object> review(String day) {
        return Map.of("spec", Map.of("review", Map.of("lastReview", day)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_condition_is_answered(String check, Map<String, Object> facts, String expected) {
        assertThat(finding("check: " + check, facts).outcome().word()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_condition_is_said_in_words(String check, Map<String, Object> facts, String expected) {
        var finding = finding("check: " + check, facts);

        assertThat(Stream.of("en", "es", "ar").map(Locale::of))
                .extracting(finding::acceptedIn)
                .as(expected)
                .allSatisfy(text -> assertThat(text).isNotBlank())
                .doesNotHaveDuplicates();
    }

    static Stream<Arguments> judgements() {
        return Stream.of(
                Arguments.of("answer", true, "PASS", Gap.NO_EVIDENCE),
                Arguments.of("answer", false, "FAIL", Gap.NO_EVIDENCE),
                Arguments.of("answer", "perhaps", "NEEDS_REVIEW", Gap.NO_EVIDENCE),
                Arguments.of("rule", "Q", "NEEDS_REVIEW", Gap.NO_EVIDENCE),
                Arguments.of("reviewer", "", "NEEDS_REVIEW", Gap.NO_REVIEWER),
                Arguments.of("reviewer", "Ana", "NEEDS_REVIEW", Gap.NOT_INDEPENDENT),
                Arguments.of("reason", " ", "NEEDS_REVIEW", Gap.NO_REASON),
                Arguments.of("evidence", List.of(), "NEEDS_REVIEW", Gap.NO_EVIDENCE),
                Arguments.of("on", "2025-11-29", "NEEDS_REVIEW", Gap.STALE_REVIEW),
                Arguments.of("on", "2026-12-24", "NEEDS_REVIEW", Gap.NO_REVIEWER));
    }

    @ParameterizedTest
    @MethodSource("judgements")
    void a_judgement_counts_when_it_is_complete_fresh_and_independent(
            String name, Object value, String expected, Gap gap) {
        var judgement = new HashMap<>(JUDGED);
        judgement.put(name, value);
        var facts = Map.of("spec", Map.of("author", List.of("Ana")), "attestation", List.of(judgement));

        var outcome = finding("check: {attested: {withinMonths: 12}}", "ATTESTATION", facts)
                .outcome();

        assertThat(outcome.word()).isEqualTo(expected);
        assertThat(outcome).isIn(Outcome.Pass.PASS, Outcome.Fail.FAIL, new Outcome.NeedsReview(gap));
    }

    @Test
    void a_no_that_counts_outweighs_a_yes() {
        var no = new HashMap<>(JUDGED);
        no.put("answer", false);
        var facts = Map.of("spec", Map.of("id", "x"), "attestation", List.of(JUDGED, no));

        assertThat(finding("check: {attested: {withinMonths: 12}}", "ATTESTATION", facts)
                        .outcome())
                .isEqualTo(Outcome.Fail.FAIL);
    }

    @Test
    void evidence_may_be_missing_stale_or_undated() {
        var check = "check: {evidence: {of: spec.needEvidence, withinMonths: 24, from: [employer]}}";

        assertThat(evidence(check, Map.of("party", "P", "kind", "employer", "document", "d", "date", "2026-01-01")))
                .isEqualTo(Outcome.Pass.PASS);
        assertThat(evidence(check, Map.of("party", "P", "kind", "employer", "document", "d", "date", "2024-01-01")))
                .isEqualTo(new Outcome.NeedsReview(Gap.STALE_EVIDENCE));
        assertThat(evidence(check, Map.of("party", "P", "kind", "employer", "document", "d")))
                .isEqualTo(new Outcome.NeedsReview(Gap.NO_EVIDENCE));
        assertThat(evidence(check, Map.of("party", "P", "kind", "poet", "document", "d", "date", "2026-01-01")))
                .isEqualTo(new Outcome.NeedsReview(Gap.NO_EVIDENCE));
    }

    private static Outcome evidence(String check, Map<String, String> evidence) {
        return finding(check, "DATED_EVIDENCE", Map.of("spec", Map.of("needEvidence", List.of(evidence))))
                .outcome();
    }

    @Test
    void only_a_signed_reason_takes_a_rule_off_and_a_blank_never_does() {
        var rule = "ifApplicable: true\n    check: {present: spec.title}";
        var reason = Map.of("reason", "none", "by", "Ana", "on", "2026-01-01");

        assertThat(title(rule, Map.of("notApplicable", reason)))
                .isEqualTo(new Outcome.NotApplicable(Cause.DECLARED, "none"));
        assertThat(title(rule, Map.of("notApplicable", Map.of("reason", "none"))))
                .isEqualTo(new Outcome.NeedsReview(Gap.REASON_NOT_SIGNED));
        assertThat(title(rule, Map.of("notApplicable", "no", "en", "x")))
                .isEqualTo(new Outcome.NeedsReview(Gap.REASON_NOT_SIGNED));
        assertThat(title(rule, Map.of("en", " "))).isEqualTo(Outcome.Fail.FAIL);
        assertThat(title("check: {present: spec.title}", Map.of("notApplicable", reason)))
                .isEqualTo(Outcome.Fail.FAIL);
    }

    private static Outcome title(String rule, Map<String, ?> title) {
        return finding(rule, Map.of("spec", Map.of("title", title))).outcome();
    }

    @Test
    void what_its_time_has_not_come_for_is_not_asked() {
        var finding = finding("check: {present: spec.title}", Map.of("award", Map.of("grade", "A")));

        assertThat(finding.outcome()).isEqualTo(Outcome.NotApplicable.LATER);
        assertThat(finding.reasonIn(ENGLISH)).isEqualTo("What it is about is not there yet");
    }

    @Test
    void a_condition_says_of_what_a_rule_is_asked() {
        var rule = "appliesWhen: {present: spec.id}\n    check: {present: spec.title}";

        assertThat(finding(rule, Map.of("spec", Map.of("version", "1"))).outcome())
                .isEqualTo(Outcome.NotApplicable.CONDITION);
        assertThat(finding(rule, Map.of("spec", Map.of("id", "1"))).outcome()).isEqualTo(Outcome.Fail.FAIL);
    }

    @Test
    void the_members_that_failed_are_named_in_what_to_do() {
        var facts = Map.of("spec", Map.of("title", Map.of("en", "t"), "outcome", List.of(Map.of("id", "a"), Map.of())));

        var finding = finding("check: {each: {of: spec.outcome, that: {present: it.id}}}", facts);

        assertThat(finding.positions()).containsExactly(2);
        assertThat(finding.fixIn(ENGLISH)).isEqualTo("Mend (2) please");
        assertThat(finding.foundIn(ENGLISH)).isEqualTo("t");
    }

    @Test
    void a_verdict_is_failing_before_it_is_incomplete() {
        var packs = List.of(EveryDemandTest.pack("ie-microcreds"));
        var nothing = new Check(packs, TODAY).run(Subject.of(Map.of("spec", Map.of())));
        var unjudged = new Check(packs, TODAY)
                .run(Subject.of(Example.of("ie-microcreds").changed("attestation", List.of())));

        assertThat(nothing.frameworks().getFirst().verdict()).isEqualTo(Verdict.FAILS);
        assertThat(unjudged.frameworks().getFirst().verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void work_without_end_is_given_up() {
        var words = IntStream.range(0, 2_000).mapToObj(each -> "w" + each).collect(Collectors.joining(", "));
        var outcome = Map.of("text", Map.of("en", "x ".repeat(9_000)));
        var facts = Map.of("spec", Map.of("outcome", Collections.nCopies(500, outcome)));
        var check =
                "check: {each: {of: spec.outcome, that: {not: {contains: {fact: it.text, words: [" + words + "]}}}}}";

        assertThat(finding(check, facts).outcome()).isEqualTo(new Outcome.Undecided(Outcome.Fault.TOO_MUCH_WORK));
    }

    private static Finding finding(String rule, Map<String, ?> facts) {
        return finding(rule, "CROSS_FIELD", facts);
    }

    private static Finding finding(String rule, String kind, Map<String, ?> facts) {
        var text = """
                pack: T
                version: 1
                effectiveFrom: 2026-01-01
                name: {en: T}
                sources: {t: T}
                rules:
                  - id: R
                    level: MUST
                    scope: SPEC
                    path: spec.title
                    kind: %s
                    %s
                    message: {en: m}
                    fixHint: {en: "Mend {positions} please"}
                    cites: {source: t, clause: "1"}
                    confidence: V
                """.formatted(kind, rule);
        var pack = switch (Packs.read("t", text)) {
            case Packs.Read(var read) -> read;
            case Packs.Refused(var mistakes) -> throw new AssertionError(mistakes);
        };
        return new Check(List.of(pack), TODAY)
                .run(Subject.of(facts))
                .frameworks()
                .getFirst()
                .findings()
                .getFirst();
    }
}
