package org.cairn.server.portfolio;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.issue.LearnerRecords;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A credential as files to keep: the signed document, the badge picture that carries it, the page for paper, the
/// record of what it is built on. Only its holder, or her program, gets them, and no cache on the way keeps them.
@Controller
class PortfolioFiles {
    private final Portfolio portfolio;
    private final OwnShares shares;
    private final BadgeFiles badges;
    private final LearnerRecords records;
    private final Paper paper;
    private final CairnSettings settings;
    private final InstantSource time;

    PortfolioFiles(
            Portfolio portfolio,
            OwnShares shares,
            BadgeFiles badges,
            LearnerRecords records,
            Paper paper,
            CairnSettings settings,
            InstantSource time) {
        this.portfolio = portfolio;
        this.shares = shares;
        this.badges = badges;
        this.records = records;
        this.paper = paper;
        this.settings = settings;
        this.time = time;
    }

    @GetMapping({"/portfolio/{id}/badge.json", "/api/me/credentials/{id}/badge.json"})
    ResponseEntity<byte[]> json(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale) {
        var held = held(me, id);
        var json = held.credential().json().getBytes(StandardCharsets.UTF_8);
        return file(held, locale, "json", MediaType.APPLICATION_JSON, json);
    }

    /// Only of an award that is built on others and stands.
    @GetMapping({"/portfolio/{id}/clr.json", "/api/me/credentials/{id}/clr.json"})
    ResponseEntity<byte[]> record(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale) {
        var held = held(me, id);
        var json = records.of(held.credential().id()).orElseThrow(() -> new NotFoundException("learner record"));
        return file(held, locale, "clr.json", MediaType.APPLICATION_JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping({"/portfolio/{id}/badge.png", "/api/me/credentials/{id}/badge.png"})
    ResponseEntity<byte[]> png(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale) {
        var held = held(me, id);
        return file(held, locale, "png", MediaType.IMAGE_PNG, badges.bakedPng(held));
    }

    @GetMapping({"/portfolio/{id}/badge.svg", "/api/me/credentials/{id}/badge.svg"})
    ResponseEntity<byte[]> svg(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale) {
        var held = held(me, id);
        return file(held, locale, "svg", MediaType.valueOf("image/svg+xml"), badges.bakedSvg(held));
    }

    @GetMapping({"/portfolio/{id}/badge.pdf", "/api/me/credentials/{id}/badge.pdf"})
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale) {
        var held = held(me, id);
        var check = settings.address(
                shares.printedPath(me.person(), held.credential().id()));
        var sheet = Sheet.of(held, locale, time.instant());
        var enclosed = new Paper.Enclosed(badges.png(held), held.credential().json(), check);
        return file(held, locale, "pdf", MediaType.APPLICATION_PDF, paper.of(sheet, enclosed, locale));
    }

    /// The code on the printed page, for her own eyes; it is the same that the PDF carries.
    @GetMapping("/portfolio/{id}/qr.svg")
    ResponseEntity<String> qr(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var held = held(me, id);
        var check = settings.address(
                shares.printedPath(me.person(), held.credential().id()));
        return qr(check.toString());
    }

    static ResponseEntity<String> qr(String address) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noStore())
                .body(new QrCode(address).svg());
    }

    private Held held(SignedIn me, UUID id) {
        return portfolio.one(me.person(), new CredentialId(id)).orElseThrow(() -> new NotFoundException("credential"));
    }

    private static ResponseEntity<byte[]> file(
            Held held, Locale locale, String ending, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name(held, locale) + "." + ending, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    /// The title as a file may be called: letters and digits of any script, joined by hyphens.
    private static String name(Held held, Locale locale) {
        var title = Phrase.in(locale, held.spec().content().title())
                .map(Phrase::text)
                .orElse("");
        var tidy = title.strip().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return tidy.isEmpty() ? "badge" : tidy.substring(0, Math.min(tidy.length(), 60));
    }
}
