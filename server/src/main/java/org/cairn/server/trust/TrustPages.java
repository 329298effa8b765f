package org.cairn.server.trust;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.credential.json.Json;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.issue.Issuers;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Whom this platform trusts, for everybody to read: a page, and the same as a list that another platform can take in.
@Controller
class TrustPages {
    private static final int MOST = 200;

    private final TrustLists lists;
    private final Accreditations accreditations;
    private final Subjects subjects;
    private final StandingWords words;
    private final Organisations organisations;
    private final Issuers issuers;

    TrustPages(
            TrustLists lists,
            Accreditations accreditations,
            Subjects subjects,
            StandingWords words,
            Organisations organisations,
            Issuers issuers) {
        this.lists = lists;
        this.accreditations = accreditations;
        this.subjects = subjects;
        this.words = words;
        this.organisations = organisations;
        this.issuers = issuers;
    }

    /// @param list on which it stands; empty for a body of this platform
    record BodyLine(String name, String did, String list) {}

    record Line(String by, String about, String scope, String href) {}

    @GetMapping("/trust")
    String show(Model model, Locale locale) {
        model.addAttribute("bodies", bodies());
        model.addAttribute("lines", standing(locale));
        return "trust/public";
    }

    private List<BodyLine> bodies() {
        var own = lists.own().stream()
                .flatMap(id -> organisations.byId(id).stream())
                .map(body ->
                        new BodyLine(body.legalName(), issuers.did(body.id()).orElse(""), ""));
        var listed = lists.listed().stream()
                .map(body -> new BodyLine(body.name(), body.did(), body.list().orElse("")));
        return Stream.concat(own, listed).toList();
    }

    private List<Line> standing(Locale locale) {
        return accreditations.newest(lists.own(), MOST).stream()
                .filter(accreditations::stands)
                .map(a -> new Line(
                        organisations
                                .byId(a.statement().organisation())
                                .map(Organisation::legalName)
                                .orElse(""),
                        subjects.name(a.statement().about(), locale),
                        words.scope(a.kind(), a.scope(), locale),
                        "/statements/" + a.statement().id()))
                .toList();
    }

    @Operation(summary = "The bodies this platform trusts and what they signed here, in the form it takes lists in")
    @GetMapping(path = "/trust/list.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list() {
        var bodies = Json.PROVIDER.createArrayBuilder();
        var known = new HashSet<String>();
        bodies().stream()
                .filter(body -> !body.did.isEmpty() && known.add(body.did))
                .map(TrustPages::entry)
                .forEach(bodies::add);
        var signed = Json.PROVIDER.createArrayBuilder();
        accreditations.newest(lists.own(), MOST).stream()
                .filter(accreditations::stands)
                .forEach(a -> signed.add(Json.object(a.statement().json())));
        var list = Json.PROVIDER
                .createObjectBuilder()
                .add("bodies", bodies)
                .add("accreditations", signed)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(Json.text(list).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonObject entry(BodyLine body) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("did", body.did)
                .add("name", body.name)
                .build();
    }
}
