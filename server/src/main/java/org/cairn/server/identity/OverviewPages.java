package org.cairn.server.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.server.identity.Organisation.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where work for an organisation starts: how things stand, what to do next, and the ways on that one's roles open.
@Controller
class OverviewPages {
    private final List<OverviewTile> tiles;
    private final Organisations organisations;

    OverviewPages(List<OverviewTile> tiles, Organisations organisations) {
        this.tiles = tiles;
        this.organisations = organisations;
    }

    /// A way on; its words are `identity.door.<key>`.
    record Door(String key, String icon, String href) {}

    /// Something still undone; its words are `identity.next.<key>`.
    record Next(String key, String href) {}

    @GetMapping("/o/{organisation}")
    String overview(@ActingAs Acting acting, Model model) {
        model.addAttribute("acting", acting);
        model.addAttribute(
                "tiles", tiles.stream().flatMap(t -> t.tiles(acting).stream()).toList());
        model.addAttribute("doors", doors(acting));
        model.addAttribute("next", next(acting));
        return "identity/overview";
    }

    private static List<Door> doors(Acting acting) {
        var home = "/o/" + acting.organisation().slug();
        var doors = new ArrayList<Door>();
        door(doors, acting, Role.OPERATOR, new Door("operator", "building", "/operator"));
        if (acting.organisation().kind() == Kind.INSTITUTION) {
            door(doors, acting, Role.DESIGNER, new Door("specs", "award", home + "/specs"));
            door(doors, acting, Role.DESIGNER, new Door("offerings", "calendar", home + "/offerings"));
            door(doors, acting, Role.ISSUER, new Door("awards", "stack", home + "/awards"));
            door(doors, acting, Role.DESIGNER, new Door("codesign", "people", home + "/codesign"));
            door(doors, acting, Role.DESIGNER, new Door("endorsements", "award", home + "/endorsements"));
        }
        if (acting.organisation().kind() == Kind.EMPLOYER && (acting.may(Role.EMPLOYER) || acting.may(Role.ADMIN))) {
            doors.add(new Door("codesign", "people", home + "/codesign"));
            doors.add(new Door("endorsements", "award", home + "/endorsements"));
        }
        door(doors, acting, Role.REVIEWER, new Door("reviews", "shield", home + "/reviews"));
        if (acting.organisation().kind() == Kind.INSTITUTION) {
            doors.add(new Door(
                    "public", "globe", "/issuers/" + acting.organisation().slug()));
        }
        doors.add(new Door("verify", "search", "/verify"));
        door(doors, acting, Role.ADMIN, new Door("members", "people", home + "/members"));
        door(doors, acting, Role.ADMIN, new Door("keys", "key", home + "/keys"));
        door(doors, acting, Role.ADMIN, new Door("settings", "edit", home + "/settings"));
        if (acting.organisation().kind() != Kind.PLATFORM) {
            door(doors, acting, Role.ADMIN, new Door("domain", "globe", home + "/domain"));
        }
        door(doors, acting, Role.ADMIN, new Door("history", "list", home + "/history"));
        return List.copyOf(doors);
    }

    private static void door(List<Door> doors, Acting acting, Role needed, Door door) {
        if (acting.may(needed)) {
            doors.add(door);
        }
    }

    private Optional<Next> next(Acting acting) {
        var home = "/o/" + acting.organisation().slug();
        var organisation = acting.organisation();
        if (!acting.may(Role.ADMIN)) {
            return Optional.empty();
        }
        if (organisation.website().isEmpty() || organisation.email().isEmpty()) {
            return Optional.of(new Next("settings", home + "/settings"));
        }
        return organisations.members(organisation.id()).size() == 1
                ? Optional.of(new Next("members", home + "/members"))
                : Optional.empty();
    }
}
