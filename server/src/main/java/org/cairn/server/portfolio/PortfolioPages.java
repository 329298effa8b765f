package org.cairn.server.portfolio;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.identity.People;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.issue.LearnerRecords;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.NotFoundException;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/// What I hold, and each of it in plain words.
@Controller
class PortfolioPages {
    private final Portfolio portfolio;
    private final OwnShares shares;
    private final LearnerRecords records;
    private final People people;
    private final CairnSettings settings;
    private final InstantSource time;
    private final MessageSource messages;

    PortfolioPages(
            Portfolio portfolio,
            OwnShares shares,
            LearnerRecords records,
            People people,
            CairnSettings settings,
            InstantSource time,
            MessageSource messages) {
        this.portfolio = portfolio;
        this.shares = shares;
        this.records = records;
        this.people = people;
        this.settings = settings;
        this.time = time;
        this.messages = messages;
    }

    /// Whether this person could come back: without an address only the running session lets her in.
    @ModelAttribute("guest")
    boolean guest(@AuthenticationPrincipal SignedIn me) {
        return people.emails(me.person()).isEmpty();
    }

    @GetMapping("/portfolio")
    String list(@AuthenticationPrincipal SignedIn me, Model model, Locale locale) {
        var contents = portfolio.of(me.person());
        var now = time.instant();
        model.addAttribute(
                "sheets",
                contents.held().stream().map(h -> Sheet.of(h, locale, now)).toList());
        model.addAttribute("underway", contents.underway());
        return "portfolio/list";
    }

    @GetMapping("/portfolio/{id}")
    String credential(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model, Locale locale) {
        var held = held(me, new CredentialId(id));
        var sheet = Sheet.of(held, locale, time.instant());
        model.addAttribute("sheet", sheet);
        model.addAttribute("record", records.isOffered(held.credential(), held.award()));
        model.addAttribute("home", "/portfolio/" + id);
        model.addAttribute("crumbs", crumbs(locale, new Crumb("", sheet.title().text())));
        return "portfolio/credential";
    }

    /// For the reader's own printer: with the code that leads back to the credential.
    @GetMapping("/portfolio/{id}/print")
    String print(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model, Locale locale) {
        var credential = new CredentialId(id);
        var sheet = Sheet.of(held(me, credential), locale, time.instant());
        model.addAttribute("sheet", sheet);
        model.addAttribute("home", "/portfolio/" + id);
        model.addAttribute("check", settings.address(shares.printedPath(me.person(), credential)));
        var here = messages.getMessage("portfolio.do.print", null, locale);
        model.addAttribute(
                "crumbs",
                crumbs(locale, new Crumb("/portfolio/" + id, sheet.title().text()), new Crumb("", here)));
        return "portfolio/print";
    }

    private Held held(SignedIn me, CredentialId id) {
        return portfolio.one(me.person(), id).orElseThrow(() -> new NotFoundException("credential"));
    }

    private List<Crumb> crumbs(Locale locale, Crumb... below) {
        return Crumb.below(new Crumb("/portfolio", messages.getMessage("portfolio.list.title", null, locale)), below);
    }

    /// One step of the trail above a page.
    record Crumb(String href, String text) {
        static List<Crumb> below(Crumb top, Crumb... rest) {
            return Stream.concat(Stream.of(top), Arrays.stream(rest)).toList();
        }
    }
}
