package org.cairn.server.talent;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.hiring.Export;
import org.cairn.server.hiring.Exports;
import org.cairn.server.hiring.HiringWords;
import org.cairn.server.hiring.HiringWords.Crumb;
import org.cairn.server.hiring.HiringWords.Option;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.portfolio.Shares;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A learner takes her credentials along in the forms that systems of employers read.
@Controller
@RequestMapping("/portfolio/export")
class ExportPages {
    private static final Duration LINK = Duration.ofDays(365);

    private final Listings listings;
    private final Disclosure disclosure;
    private final Shares shares;
    private final Exports exports;
    private final HiringWords words;
    private final CairnSettings settings;
    private final Audit audit;
    private final InstantSource time;

    ExportPages(
            Listings listings,
            Disclosure disclosure,
            Shares shares,
            Exports exports,
            HiringWords words,
            CairnSettings settings,
            Audit audit,
            InstantSource time) {
        this.listings = listings;
        this.disclosure = disclosure;
        this.shares = shares;
        this.exports = exports;
        this.words = words;
        this.settings = settings;
        this.audit = audit;
        this.time = time;
    }

    record Choice(String value, String label, String note) {}

    @GetMapping
    String form(@AuthenticationPrincipal SignedIn me, Model model, Locale locale) {
        return form(me, Map.of(), model, locale);
    }

    private String form(SignedIn me, Map<String, String> errors, Model model, Locale locale) {
        model.addAttribute(
                "credentials",
                listings.facts(me.person()).stream()
                        .map(fact -> new Choice(
                                fact.credential().id().toString(),
                                fact.spec().content().titleIn(locale),
                                fact.issuer()))
                        .toList());
        model.addAttribute(
                "formats",
                Exports.FORMATS.stream()
                        .map(format -> new Option(format, words.text("talent.export." + format, locale)))
                        .toList());
        model.addAttribute("errors", errors);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/portfolio", words.text("portfolio.list.title", locale)),
                        new Crumb("", words.text("talent.export.title", locale))));
        return "talent/export";
    }

    /// @param link whether to make a link for it, with which anybody who gets the file can check it
    @PostMapping
    Object export(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") List<String> credentials,
            @RequestParam(defaultValue = "ler-rs.json") String format,
            @RequestParam(defaultValue = "false") boolean link,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        var chosen = listings.facts(me.person()).stream()
                .filter(fact -> credentials.contains(fact.credential().id().toString()))
                .map(Fact::credential)
                .toList();
        if (chosen.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            var errors = Map.of("credentials", words.text("talent.export.form", locale));
            return form(me, errors, model, locale);
        }
        var ids = chosen.stream().map(credential -> credential.id()).toList();
        var purpose = words.text("talent.export.purpose", locale);
        Optional<URI> verifyAt = link
                ? shares.path(
                                me.person(),
                                shares.give(
                                        me.person(),
                                        ids,
                                        purpose,
                                        time.instant().plus(LINK)))
                        .map(settings::address)
                : Optional.empty();
        var entries = chosen.stream()
                .flatMap(credential -> disclosure.entries(credential, verifyAt))
                .toList();
        audit.record(
                new Audit.Deed(Optional.empty(), me.actor(), "portfolio.exported", "person:" + me.person(), Map.of()));
        return file(format, new Export(UUID.randomUUID().toString(), me.name(), Optional.empty(), entries));
    }

    private ResponseEntity<byte[]> file(String format, Export export) {
        return exports.file(format, export);
    }
}
