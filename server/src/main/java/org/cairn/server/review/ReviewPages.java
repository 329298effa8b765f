package org.cairn.server.review;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecDraft;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// One review, for both sides: where it stands, what the rules and people say, and what can be
/// done now.
@Controller
@RequestMapping("/o/{organisation}/reviews")
class ReviewPages {
    private final Dossiers dossiers;
    private final ReviewRepository reviews;
    private final PaperRepository rows;
    private final Papers papers;
    private final Allowed allowed;
    private final Snapshot snapshot;
    private final Specs specs;
    private final ReviewView view;
    private final ReviewForms forms;

    ReviewPages(
            Dossiers dossiers,
            ReviewRepository reviews,
            PaperRepository rows,
            Papers papers,
            Allowed allowed,
            Snapshot snapshot,
            Specs specs,
            ReviewView view,
            ReviewForms forms) {
        this.dossiers = dossiers;
        this.reviews = reviews;
        this.rows = rows;
        this.papers = papers;
        this.allowed = allowed;
        this.snapshot = snapshot;
        this.specs = specs;
        this.view = view;
        this.forms = forms;
    }

    record RoundLine(int number, String on, String who, String decision, String reason, String by, String until) {}

    record ConditionLine(
            String id,
            String text,
            String rule,
            String due,
            boolean overdue,
            boolean open,
            boolean met,
            String reason) {}

    record AppealLine(String on, String reasons, String reviewer, boolean open, boolean upheld, String reason) {}

    record ApprovalLine(String version, String until, boolean ended) {}

    @GetMapping("/{id}")
    String one(
            @ActingAs({Role.DESIGNER, Role.REVIEWER}) Acting acting,
            @PathVariable UUID id,
            Locale locale,
            Model model) {
        var dossier = dossiers.seen(acting, new ReviewId(id));
        var review = dossier.review();
        model.addAttribute("home", ReviewForms.home(acting));
        model.addAttribute("base", ReviewForms.here(acting, review.id()));
        model.addAttribute("title", forms.title(dossier.round().content(), locale));
        model.addAttribute("dossier", dossier);
        model.addAttribute("content", dossier.round().content());
        model.addAttribute("locale", locale);
        model.addAttribute("sha256", dossier.round().sha256());
        model.addAttribute(
                "reviewer",
                review.reviewer().map(person -> forms.name(person, locale)).orElse(""));
        model.addAttribute("due", ReviewForms.day(review.dueOn(), locale));
        model.addAttribute("late", isLate(review));
        model.addAttribute("changed", isChanged(dossier));
        model.addAttribute("may", allowed.may(acting, dossier));
        model.addAttribute("frameworks", view.frameworks(dossier, dossiers.today(), locale));
        model.addAttribute("changes", view.changes(dossiers.underPacksInForce(dossier), locale));
        model.addAttribute("filed", FiledLine.of(dossier.round().report(), locale));
        model.addAttribute("statements", dossier.statements());
        model.addAttribute(
                "rounds",
                dossier.rounds().stream().map(round -> line(round, locale)).toList());
        model.addAttribute("conditions", conditions(dossier, locale));
        model.addAttribute("appeals", appeals(dossier, locale));
        model.addAttribute("approvals", approvals(dossier, locale));
        model.addAttribute("moments", view.timeline(rows.steps(review), locale));
        model.addAttribute("crumbs", forms.crumbs(acting, Optional.of(dossier), Optional.empty(), locale));
        return "review/one";
    }

    private boolean isLate(Review review) {
        return (review.state() == ReviewState.SUBMITTED || review.state() == ReviewState.IN_REVIEW)
                && review.dueOn().isBefore(dossiers.today());
    }

    /// Whether the draft says something else by now than what is judged.
    private boolean isChanged(Dossier dossier) {
        return specs.drafts(dossier.review().organisation()).stream()
                .filter(draft -> draft.spec().equals(dossier.review().spec()))
                .map(SpecDraft::content)
                .anyMatch(content -> !snapshot.isSame(content, dossier.round().content()));
    }

    private RoundLine line(Round round, Locale locale) {
        var decided = round.decided();
        return new RoundLine(
                round.number(),
                ReviewForms.day(round.submittedAt(), locale),
                forms.actor(round.submittedBy(), locale),
                decided.map(each -> each.decision().name()).orElse(""),
                decided.map(Round.Decided::reason).orElse(""),
                decided.map(each -> forms.name(each.by(), locale)).orElse(""),
                decided.flatMap(Round.Decided::until)
                        .map(day -> ReviewForms.day(day, locale))
                        .orElse(""));
    }

    private List<ConditionLine> conditions(Dossier dossier, Locale locale) {
        return dossier.conditions().stream()
                .map(each -> new ConditionLine(
                        each.id().toString(),
                        each.text(),
                        each.rule(),
                        ReviewForms.day(each.dueOn(), locale),
                        each.isOverdue(dossiers.today()),
                        each.settled().isEmpty()
                                && each.round() == dossier.round().number(),
                        each.settled().map(Condition.Settled::met).orElse(false),
                        each.settled().map(Condition.Settled::reason).orElse("")))
                .toList();
    }

    private List<AppealLine> appeals(Dossier dossier, Locale locale) {
        return dossier.appeals().stream()
                .map(each -> new AppealLine(
                        ReviewForms.day(each.filedAt(), locale),
                        each.reasons(),
                        each.answer()
                                .map(Appeal.Answer::by)
                                .or(each::reviewer)
                                .map(person -> forms.name(person, locale))
                                .orElse(""),
                        each.isOpen(),
                        each.answer().map(Appeal.Answer::upheld).orElse(false),
                        each.answer().map(Appeal.Answer::reason).orElse("")))
                .toList();
    }

    private static List<ApprovalLine> approvals(Dossier dossier, Locale locale) {
        return dossier.approvals().stream()
                .map(each -> new ApprovalLine(
                        each.version().toString(),
                        ReviewForms.day(each.until(), locale),
                        each.ended().isPresent()))
                .toList();
    }

    /// What the machine found on the day it was handed in.
    record FiledLine(String pack, String on, long passed, long failed, long waiting) {
        static List<FiledLine> of(FiledReport report, Locale locale) {
            return report.frameworks().stream()
                    .map(each -> new FiledLine(
                            each.pack() + " " + each.version(),
                            ReviewForms.day(report.on(), locale),
                            count(each, "PASS"),
                            count(each, "FAIL"),
                            count(each, "NEEDS_REVIEW")))
                    .toList();
        }

        private static long count(FiledReport.Framework framework, String outcome) {
            return framework.findings().stream()
                    .filter(line -> line.outcome().equals(outcome))
                    .count();
        }
    }

    /// The frozen text itself, byte for byte what the digest was taken of.
    @GetMapping("/{id}/text")
    ResponseEntity<byte[]> text(@ActingAs({Role.DESIGNER, Role.REVIEWER}) Acting acting, @PathVariable UUID id) {
        var dossier = dossiers.seen(acting, new ReviewId(id));
        var round = dossier.round().number();
        return file(
                "review-" + id + "-" + round + ".json",
                MediaType.APPLICATION_JSON,
                reviews.frozen(dossier.review(), round).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/evidence/{id}")
    ResponseEntity<byte[]> evidence(@ActingAs({Role.DESIGNER, Role.REVIEWER}) Acting acting, @PathVariable UUID id) {
        var file = papers.file(acting, id);
        return file("evidence-" + id + EvidenceFile.ending(file.type()), MediaType.valueOf(file.type()), file.bytes());
    }

    /// Always to be saved, never shown in our own pages' name.
    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
