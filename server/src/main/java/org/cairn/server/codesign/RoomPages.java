package org.cairn.server.codesign;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.codesign.RoomDesk.Visit;
import org.cairn.server.codesign.RoomStart.Typed;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.PageWords;
import org.cairn.server.web.PageWords.Crumb;
import org.cairn.server.web.PageWords.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The rooms of an organisation, a new one, and the page of one.
@Controller
@RequestMapping("/o/{organisation}/codesign")
class RoomPages {
    private final RoomStart start;
    private final RoomDesk desk;
    private final Organisations organisations;
    private final PageWords words;
    private final Flash flash;

    RoomPages(RoomStart start, RoomDesk desk, Organisations organisations, PageWords words, Flash flash) {
        this.start = start;
        this.desk = desk;
        this.organisations = organisations;
        this.words = words;
        this.flash = flash;
    }

    record Row(String href, String title, String partner, String stage, boolean open, String day) {}

    @GetMapping
    String list(@ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting, Locale locale, Model model) {
        var home = Visit.home(acting);
        model.addAttribute("base", home);
        model.addAttribute("side", RoomStart.side(acting).name());
        model.addAttribute(
                "rows",
                start.rooms(acting).stream()
                        .map(room -> new Row(
                                home + "/" + room.id(),
                                room.title(),
                                partner(acting, room),
                                room.stage().name(),
                                room.isOpen(),
                                PageWords.day(room.createdAt(), locale)))
                        .toList());
        return "codesign/list";
    }

    private String partner(Acting acting, Room room) {
        var other = room.of(room.sideOf(acting.organisationId()) == Side.EMPLOYER ? Side.INSTITUTION : Side.EMPLOYER);
        return organisations.byId(other).map(Organisation::legalName).orElse("");
    }

    @GetMapping("/new")
    String form(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @RequestParam(defaultValue = "") String partner,
            Locale locale,
            Model model) {
        return form(acting, new Typed(partner, "", "", "", ""), locale, model);
    }

    private String form(Acting acting, Typed typed, Locale locale, Model model) {
        var side = RoomStart.side(acting);
        model.addAttribute("base", Visit.home(acting));
        model.addAttribute("side", side.name());
        model.addAttribute("typed", typed);
        model.addAttribute(
                "partners",
                side == Side.EMPLOYER
                        ? organisations.all().stream()
                                .filter(each -> each.kind() == Kind.INSTITUTION)
                                .map(each -> new Option(each.slug(), each.legalName()))
                                .toList()
                        : List.of());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(Visit.home(acting), words.say(locale, "codesign.title")),
                        new Crumb("", words.say(locale, "codesign.new." + side))));
        return "codesign/new";
    }

    @PostMapping("/new")
    String start(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var typed = typed(fields);
        try {
            var room = start.start(acting, typed);
            flash.ok(next, locale, "codesign.started");
            return "redirect:" + Visit.home(acting) + "/" + room;
        } catch (InputException e) {
            words.refuse(e, model, response, locale);
            return form(acting, typed, locale, model);
        }
    }

    static Typed typed(Map<String, String> fields) {
        return new Typed(
                fields.getOrDefault("partner", ""),
                fields.getOrDefault("title", ""),
                fields.getOrDefault("task", ""),
                fields.getOrDefault("lacking", ""),
                fields.getOrDefault("vacancies", ""));
    }

    @GetMapping("/{id}")
    String room(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            Locale locale,
            Model model) {
        return desk.page(new Visit(acting, new RoomId(id), Map.of(), locale), q, model);
    }
}
