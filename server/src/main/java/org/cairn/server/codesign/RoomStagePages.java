package org.cairn.server.codesign;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.codesign.RoomDesk.Reply;
import org.cairn.server.codesign.RoomDesk.Visit;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.PageWords;
import org.cairn.server.web.Sure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The forms by which a room goes on: forward, back, signed, reviewed, closed.
@Controller
@RequestMapping("/o/{organisation}/codesign/{id}")
class RoomStagePages {
    private final RoomStages stages;
    private final RoomAccess access;
    private final RoomDesk desk;
    private final PageWords words;
    private final Flash flash;

    RoomStagePages(RoomStages stages, RoomAccess access, RoomDesk desk, PageWords words, Flash flash) {
        this.stages = stages;
        this.access = access;
        this.desk = desk;
        this.words = words;
        this.flash = flash;
    }

    /// Field `from`: the stage on the page.
    @PostMapping("/advance")
    String advance(
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
                "stage",
                () -> stages.advance(acting, visit.room(), visit.typed("from")),
                new Reply(model, response, next));
    }

    /// Fields: `from`, `to` and `backReason`.
    @PostMapping("/back")
    String back(
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
                "stage",
                () -> stages.back(
                        acting, visit.room(), visit.typed("from"), visit.typed("to"), visit.typed("backReason")),
                new Reply(model, response, next));
    }

    /// Fields: `digest` of the draft on the page, and `sure`.
    @PostMapping("/sign")
    String sign(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var visit = new Visit(acting, new RoomId(id), fields, locale);
        var room = access.room(acting, visit.room());
        if (!visit.typed("sure").equals("true")) {
            var side = room.sideOf(acting.organisationId());
            return new Sure(
                            room.title(),
                            "codesign.sign." + side,
                            visit.home() + "/sign",
                            visit.home(),
                            Map.of("digest", visit.typed("digest")))
                    .ask(model);
        }
        return desk.answer(
                visit,
                "sign",
                () -> stages.sign(acting, visit.room(), visit.typed("digest")),
                new Reply(model, response, next));
    }

    @PostMapping("/review")
    String review(
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
                "review",
                () -> stages.reviewOn(acting, visit.room(), visit.typed("reviewOn")),
                new Reply(model, response, next));
    }

    @GetMapping("/close")
    String askToClose(@ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting, @PathVariable UUID id, Model model) {
        model.addAttribute("room", access.room(acting, new RoomId(id)));
        model.addAttribute("base", Visit.home(acting) + "/" + id);
        return "codesign/close";
    }

    @PostMapping("/close")
    String close(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        access.room(acting, new RoomId(id));
        try {
            if (!confirmation.equals("true")) {
                throw new InputException(Fault.of("confirmation", "codesign.close.confirm"));
            }
            stages.close(acting, new RoomId(id), reason);
        } catch (InputException e) {
            words.refuse(e, model, response, locale);
            model.addAttribute("reason", reason);
            return askToClose(acting, id, model);
        }
        flash.ok(next, locale, "codesign.done.close");
        return "redirect:" + Visit.home(acting) + "/" + id;
    }
}
