package org.cairn.server.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.quality.Condition.Evidence;
import org.cairn.quality.Difference;
import org.cairn.quality.Finding;
import org.cairn.quality.Outcome;
import org.cairn.quality.Report;
import org.cairn.server.review.ReviewForms.Option;
import org.springframework.stereotype.Component;

/// What the rules make of a review, as the page shows it: rule by rule, with what people brought
/// to each.
@Component
class ReviewView {
    private final ReviewForms forms;

    ReviewView(ReviewForms forms) {
        this.forms = forms;
    }

    record Framework(String name, String version, Report.Verdict verdict, List<Line> lines) {}

    /// @param outcome as the fragment of lines names it
    /// @param judged whether only people can judge it
    /// @param documented whether it wants a dated document
    /// @param statable facts the institution may state for it
    record Line(
            String rule,
            String level,
            String outcome,
            String message,
            String reason,
            String found,
            String fix,
            String clause,
            boolean judged,
            boolean documented,
            List<String> statable,
            List<Said> said,
            List<Paper> papers) {}

    /// @param counts whether it is the last word of this round, by somebody without a stake
    record Said(boolean answer, String reason, String basis, String who, String on, int round, boolean counts) {}

    /// @param file whether there is one to open
    record Paper(
            String id,
            String title,
            String party,
            String dated,
            boolean stale,
            String link,
            boolean file,
            String sha256) {}

    /// What another version of a pack would change.
    record Change(String pack, String rule, String before, String after) {}

    List<Framework> frameworks(Dossier dossier, LocalDate today, Locale locale) {
        return dossier.report().frameworks().stream()
                .map(framework -> new Framework(
                        framework.pack().nameIn(locale),
                        framework.pack().version(),
                        framework.verdict(),
                        framework.findings().stream()
                                .map(finding -> line(dossier, finding, today, locale))
                                .toList()))
                .toList();
    }

    private Line line(Dossier dossier, Finding finding, LocalDate today, Locale locale) {
        var rule = finding.rule();
        var document = Asks.document(rule);
        return new Line(
                rule.id(),
                rule.level().name(),
                word(finding.outcome()),
                finding.messageIn(locale),
                finding.reasonIn(locale),
                finding.foundIn(locale),
                isSettled(finding.outcome()) ? "" : finding.fixIn(locale),
                finding.clause(),
                Asks.judgement(rule),
                document.isPresent(),
                isSettled(finding.outcome()) ? List.of() : statable(finding),
                said(dossier, rule.id(), locale),
                document.map(asked -> papers(dossier, rule.id(), asked, today, locale))
                        .orElse(List.of()));
    }

    static List<String> statable(Finding finding) {
        return Asks.paths(finding.rule()).stream().filter(Statable::isPath).toList();
    }

    private static boolean isSettled(Outcome outcome) {
        return outcome instanceof Outcome.Pass || outcome instanceof Outcome.NotApplicable;
    }

    private static String word(Outcome outcome) {
        return outcome instanceof Outcome.Undecided ? "UNKNOWN" : outcome.word();
    }

    private List<Said> said(Dossier dossier, String rule, Locale locale) {
        var all = dossier.attestations().stream()
                .filter(each -> each.rule().equals(rule))
                .toList();
        var last = all.stream()
                .filter(each -> each.round() == dossier.round().number()
                        && !dossier.conflicts().contains(each.reviewer()))
                .reduce((earlier, later) -> later);
        return all.stream()
                .map(each -> new Said(
                        each.answer(),
                        each.reason(),
                        each.basis(),
                        forms.name(each.reviewer(), locale),
                        ReviewForms.minute(each.at(), locale),
                        each.round(),
                        last.filter(each::equals).isPresent()))
                .toList();
    }

    private static List<Paper> papers(Dossier dossier, String rule, Evidence asked, LocalDate today, Locale locale) {
        return dossier.evidence().stream()
                .filter(each -> each.rule().equals(rule))
                .map(each -> new Paper(
                        each.id().toString(),
                        each.title(),
                        each.party(),
                        ReviewForms.day(each.dated(), locale),
                        each.dated().isBefore(today.minusMonths(asked.withinMonths())),
                        each.link(),
                        each.hasFile(),
                        each.sha256()))
                .toList();
    }

    List<Change> changes(List<Difference> differences, Locale locale) {
        return differences.stream().flatMap(each -> changes(each, locale)).toList();
    }

    private Stream<Change> changes(Difference difference, Locale locale) {
        var pack = difference.after().pack().nameIn(locale) + " "
                + difference.after().pack().version();
        return difference.changes().stream().map(change -> switch (change) {
            case Difference.Change.Added(var after) ->
                new Change(pack, after.rule().id(), "", words(after, locale));
            case Difference.Change.Removed(var before) ->
                new Change(pack, before.rule().id(), words(before, locale), "");
            case Difference.Change.Changed(var before, var after) ->
                new Change(pack, after.rule().id(), words(before, locale), words(after, locale));
        });
    }

    private String words(Finding finding, Locale locale) {
        return forms.text("fragment.line." + word(finding.outcome()), locale);
    }

    /// A step of the timeline.
    record Moment(String at, String stamp, String who, String what, String note) {}

    List<Moment> timeline(List<Step> steps, Locale locale) {
        return steps.stream()
                .map(step -> new Moment(
                        ReviewForms.minute(step.at(), locale),
                        step.at().atOffset(ZoneOffset.UTC).toString(),
                        forms.actor(step.actor(), locale),
                        forms.text("review.step." + step.what(), locale),
                        step.note()))
                .toList();
    }

    /// Rules that somebody could set a condition for.
    List<Option> rules(Dossier dossier, Locale locale) {
        return dossier.findings()
                .map(finding ->
                        new Option(finding.rule().id(), finding.rule().id() + " · " + finding.messageIn(locale)))
                .toList();
    }
}
