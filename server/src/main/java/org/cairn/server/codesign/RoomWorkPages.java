package org.cairn.server.codesign;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.codesign.Papers.ItemKind;
import org.cairn.server.codesign.RoomDesk.Reply;
import org.cairn.server.codesign.RoomDesk.Visit;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The forms of a room in which something is written.
@Controller
@RequestMapping("/o/{organisation}/codesign/{id}")
class RoomWorkPages {
    private final RoomWork work;
    private final RoomDesk desk;

    RoomWorkPages(RoomWork work, RoomDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    @PostMapping("/need")
    String need(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var visit = new Visit(acting, new RoomId(id), fields, locale);
        return desk.answer(
                visit,
                "need",
                () -> work.describeNeed(acting, visit.room(), RoomPages.typed(fields), visit.revision()),
                new Reply(model, response, next));
    }

    @PostMapping("/evidence")
    String evidence(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var visit = new Visit(acting, new RoomId(id), fields, locale);
        var typed = new RoomWork.TypedEvidence(
                visit.typed("kind"), visit.typed("dated"), visit.typed("link"), visit.typed("words"));
        return desk.answer(
                visit,
                "evidence",
                () -> work.addEvidence(acting, visit.room(), typed),
                new Reply(model, response, next));
    }

    /// Fields: `kind` (`SKILL`, `OUTCOME`, `ASSESSMENT`) and, named like it, what is proposed; or `uri` of a skill.
    @PostMapping("/items")
    String propose(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var visit = new Visit(acting, new RoomId(id), fields, locale);
        var kind = visit.typed("kind");
        var typed = new RoomWork.TypedItem(kind, visit.typed(kind.toLowerCase(Locale.ROOT)), visit.typed("uri"));
        return desk.answer(
                visit,
                kind.equals(ItemKind.SKILL.name()) ? "skills" : "outcomes",
                () -> work.propose(acting, visit.room(), typed),
                new Reply(model, response, next));
    }

    @PostMapping("/take-out")
    String takeOut(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var visit = new Visit(acting, new RoomId(id), fields, locale);
        return desk.answer(
                visit,
                "skills",
                () -> work.takeOut(acting, visit.room(), visit.typed("item")),
                new Reply(model, response, next));
    }

    /// Field `spec`: an own draft, or blank for a new one out of what the room proposes.
    @PostMapping("/spec")
    String link(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var visit = new Visit(acting, new RoomId(id), fields, locale);
        return desk.answer(
                visit,
                "draft",
                () -> work.link(acting, visit.room(), visit.typed("spec"), locale.getLanguage()),
                new Reply(model, response, next));
    }

    /// Fields: `item` (blank: the need) and `comment`.
    @PostMapping("/comments")
    String say(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var visit = new Visit(acting, new RoomId(id), fields, locale);
        return desk.answer(
                visit,
                "comments",
                () -> work.say(acting, visit.room(), visit.typed("item"), visit.typed("comment")),
                new Reply(model, response, next));
    }

    /// Fields: `remark`, `verdict` (`ACCEPTED`, `REJECTED`, `DEFERRED`) and `reason`.
    @PostMapping("/decisions")
    String decide(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var visit = new Visit(acting, new RoomId(id), fields, locale);
        return desk.answer(
                visit,
                "decisions",
                () -> work.decide(
                        acting, visit.room(), visit.typed("remark"), visit.typed("verdict"), visit.typed("reason")),
                new Reply(model, response, next));
    }

    @PostMapping("/pilot")
    String pilot(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var visit = new Visit(acting, new RoomId(id), fields, locale);
        var typed = new RoomWork.TypedPilot(
                visit.typed("pilotFrom"), visit.typed("pilotTo"), visit.typed("learners"), visit.typed("findings"));
        return desk.answer(
                visit,
                "pilot",
                () -> work.describePilot(acting, visit.room(), typed, visit.revision()),
                new Reply(model, response, next));
    }
}
