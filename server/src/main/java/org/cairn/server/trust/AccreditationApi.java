package org.cairn.server.trust;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.StatementId;
import org.cairn.server.issue.Statements;
import org.cairn.server.trust.Accreditations.Accreditation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Accreditations for the programs of a quality body.
@RestController
@RequestMapping("/api/accreditations")
class AccreditationApi {
    private final Accreditations accreditations;
    private final Subjects subjects;
    private final Statements statements;

    AccreditationApi(Accreditations accreditations, Subjects subjects, Statements statements) {
        this.accreditations = accreditations;
        this.subjects = subjects;
        this.statements = statements;
    }

    /// @param address of the signed statement
    record Shown(
            StatementId id,
            String kind,
            URI about,
            Scope scope,
            Instant signedAt,
            Optional<Instant> withdrawnAt,
            URI address) {}

    /// @param fields ISCED-F codes with commas between them; levels of the EQF as text; days as 2026-01-31
    record Signing(
            @Nullable String subject,
            @Nullable String fields,
            @Nullable String levelFrom,
            @Nullable String levelTo,
            @Nullable List<String> kinds,
            @Nullable String under,
            @Nullable String from,
            @Nullable String until,
            @Nullable String comment) {
        AccreditationForm form() {
            return new AccreditationForm(
                    text(subject),
                    text(fields),
                    text(levelFrom),
                    text(levelTo),
                    kinds == null ? List.of() : kinds,
                    text(under),
                    text(from),
                    text(until),
                    text(comment));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    record Withdrawal(@Nullable String reason) {}

    @Operation(summary = "All that this quality body accredited and approved, newest first")
    @GetMapping
    List<Shown> list(@ActingAs(Role.REVIEWER) Acting acting) {
        Accreditations.requireBody(acting);
        return accreditations.by(acting.organisationId()).stream()
                .map(this::shown)
                .toList();
    }

    @Operation(summary = "Sign an accreditation of an institution; versions are approved in reviews")
    @PostMapping
    Shown sign(
            @ActingAs(Role.REVIEWER) Acting acting,
            @RequestBody(required = false) Optional<Signing> wish,
            HttpServletResponse response) {
        Accreditations.requireBody(acting);
        var form = wish.map(Signing::form).orElseGet(() -> AccreditationForm.fresh(accreditations.today()));
        var id = accreditations.sign(acting, form.wish(f -> subjects.find(acting, f.subject())));
        response.setStatus(HttpStatus.CREATED.value());
        return accreditations.byId(id).map(this::shown).orElseThrow();
    }

    @Operation(summary = "Withdraw one for good")
    @PostMapping("/{id}/withdraw")
    Shown withdraw(
            @ActingAs(Role.REVIEWER) Acting acting,
            @PathVariable UUID id,
            @RequestBody(required = false) Optional<Withdrawal> wish) {
        var statement = new StatementId(id);
        accreditations.withdraw(
                acting, statement, wish.map(w -> Signing.text(w.reason)).orElse(""));
        return accreditations.byId(statement).map(this::shown).orElseThrow();
    }

    private Shown shown(Accreditation accreditation) {
        var statement = accreditation.statement();
        return new Shown(
                statement.id(),
                accreditation.kind().name(),
                statement.about(),
                accreditation.scope(),
                statement.issuedAt(),
                statement.withdrawnAt(),
                statements.address(statement.id()));
    }
}
