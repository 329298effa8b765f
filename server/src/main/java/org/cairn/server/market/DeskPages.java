package org.cairn.server.market;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The market's page of an organisation: what it can look at, and what it sent.
@Controller
class DeskPages {
    private final PostingImports imports;
    private final Extraction extraction;
    private final Demand demand;

    DeskPages(PostingImports imports, Extraction extraction, Demand demand) {
        this.imports = imports;
        this.extraction = extraction;
        this.demand = demand;
    }

    static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/market";
    }

    static boolean maySend(Acting acting) {
        return acting.may(Role.ISSUER) || acting.may(Role.EMPLOYER);
    }

    /// The way to a page of this room.
    static List<MarketWords.Crumb> crumbs(Acting acting, MarketWords words, Locale locale, MarketWords.Crumb... more) {
        return Stream.concat(
                        Stream.of(
                                new MarketWords.Crumb(
                                        "/o/" + acting.organisation().slug(),
                                        acting.organisation().legalName()),
                                new MarketWords.Crumb(home(acting), words.text("market.desk.title", locale))),
                        Stream.of(more))
                .toList();
    }

    @GetMapping("/o/{organisation}/market")
    String overview(@ActingAs Acting acting, Model model, Locale locale) {
        var maySend = maySend(acting);
        model.addAttribute("home", home(acting));
        model.addAttribute("maySend", maySend);
        model.addAttribute("ready", extraction.ready());
        model.addAttribute("imports", maySend ? imports.recent(acting) : List.of());
        model.addAttribute("figures", maySend ? demand.ready(Optional.of(acting.organisationId())) : List.of());
        return "market/desk";
    }
}
