package org.cairn.server.codesign;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.cairn.server.identity.Acting;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.PageWords;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How the forms of a room answer: back to their place on its page, or the page again with what was typed and what is
/// wrong with it. Thread-safe.
@Component
class RoomDesk {
    private final RoomAccess access;
    private final RoomShow show;
    private final PageWords words;
    private final Flash flash;

    RoomDesk(RoomAccess access, RoomShow show, PageWords words, Flash flash) {
        this.access = access;
        this.show = show;
        this.words = words;
        this.flash = flash;
    }

    /// Somebody sends a form of a room.
    ///
    /// @param typed every field of the form
    record Visit(Acting acting, RoomId room, Map<String, String> typed, Locale locale) {
        String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        long revision() {
            var typed = typed("revision");
            return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
        }

        String home() {
            return home(acting) + "/" + room;
        }

        static String home(Acting acting) {
            return "/o/" + acting.organisation().slug() + "/codesign";
        }
    }

    record Reply(Model model, HttpServletResponse response, RedirectAttributes next) {}

    /// @param place id of the section the form stands in, and end of the key of what is said afterwards
    String answer(Visit visit, String place, Runnable deed, Reply reply) {
        try {
            deed.run();
        } catch (InputException e) {
            words.refuse(e, reply.model(), reply.response(), visit.locale());
            return page(visit, "", reply.model());
        }
        flash.ok(reply.next(), visit.locale(), "codesign.done." + place);
        return "redirect:" + visit.home() + "#" + place;
    }

    /// @param q a search for a skill; blank for none
    String page(Visit visit, String q, Model model) {
        var room = access.room(visit.acting(), visit.room());
        model.addAttribute("typed", visit.typed());
        model.addAttribute("base", visit.home());
        show.fill(model, visit.acting(), room, visit.locale());
        show.skills(model, q, visit.locale());
        return "codesign/room";
    }
}
