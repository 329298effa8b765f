package org.cairn.server.issue;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.badge.Received;
import org.cairn.credential.json.Json;
import org.cairn.server.identity.Organisations;
import org.cairn.server.web.NotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A signed statement at its own address: the document for programs, a page about it for people.
@Controller
class StatementDocuments {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Statements statements;
    private final Organisations organisations;
    private final Words words;
    private final InstantSource time;

    StatementDocuments(Statements statements, Organisations organisations, Words words, InstantSource time) {
        this.statements = statements;
        this.organisations = organisations;
        this.words = words;
        this.time = time;
    }

    @Operation(summary = "Signed statement: an endorsement, an accreditation or an approval")
    @GetMapping(
            path = "/statements/{id}",
            produces = {"application/vc", "application/vc+ld+json", "application/ld+json", "application/json"})
    ResponseEntity<byte[]> document(@PathVariable UUID id, HttpServletRequest request) {
        return PublicAnswer.of(
                request,
                find(id).json(),
                FRESH,
                "application/vc",
                "application/vc+ld+json",
                "application/ld+json",
                "application/json");
    }

    @GetMapping(path = "/statements/{id}", produces = "text/html")
    String page(@PathVariable UUID id, Model model, Locale locale) {
        var statement = find(id);
        var document = Json.object(statement.json());
        var received = new Received(statement.json(), document);
        var by = organisations.byId(statement.organisation()).orElseThrow();
        model.addAttribute("name", Json.string(document, "name").orElse(""));
        model.addAttribute("comment", received.endorsementComment().orElse(""));
        model.addAttribute("by", by);
        model.addAttribute("about", statement.about().toString());
        model.addAttribute("aboutHref", linkable(statement.about().toString()));
        model.addAttribute("signed", words.moment(statement.issuedAt(), locale));
        model.addAttribute(
                "until",
                statement.validUntil().map(at -> words.moment(at, locale)).orElse(""));
        var stands = statement.standsAt(time.instant());
        model.addAttribute("stands", stands);
        model.addAttribute("state", stands ? words.of("issue.statement.stands", locale) : end(statement, locale));
        model.addAttribute("pretty", Json.pretty(document));
        model.addAttribute("address", statements.address(statement.id()).toString());
        return "issue/statement";
    }

    private String end(Statement statement, Locale locale) {
        return statement
                .withdrawnAt()
                .map(at -> words.of(
                        "issue.statement.withdrawn",
                        locale,
                        words.moment(at, locale),
                        statement.reason().orElse("")))
                .orElseGet(() -> words.of(
                        "issue.statement.ended",
                        locale,
                        words.moment(statement.validUntil().orElseThrow(), locale)));
    }

    private static Optional<String> linkable(String about) {
        return Optional.of(about).filter(a -> a.startsWith("https://") || a.startsWith("http://"));
    }

    private Statement find(UUID id) {
        return statements.byId(new StatementId(id)).orElseThrow(() -> new NotFoundException("statement"));
    }
}
