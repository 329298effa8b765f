package org.cairn.server.stack;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// For a learner's own program: prior learning and credit transfer.
@RestController
@RequestMapping("/api/me/stacks/recognitions")
@Tag(name = "My stacks")
class MyRecognitionsApi {
    private final Recognitions recognitions;
    private final Organisations organisations;
    private final Specs specs;

    MyRecognitionsApi(Recognitions recognitions, Organisations organisations, Specs specs) {
        this.recognitions = recognitions;
        this.organisations = organisations;
        this.specs = specs;
    }

    /// @param institution its short name
    /// @param spec the microcredential it is to stand for; may be left out
    record Ask(
            @Nullable String institution,
            Recognition.@Nullable Kind kind,
            @Nullable String title,
            @Nullable String provider,
            @Nullable String described,
            @Nullable LocalDate achievedOn,
            @Nullable BigDecimal credits,
            @Nullable UUID spec) {}

    record Shown(
            UUID id,
            String institution,
            Recognition.Kind kind,
            String title,
            String provider,
            LocalDate achievedOn,
            BigDecimal credits,
            Optional<UUID> spec,
            Recognition.Status status,
            Optional<BigDecimal> granted,
            Optional<String> reason,
            Instant askedAt) {}

    @Operation(summary = "What I asked to have recognised, newest first")
    @GetMapping
    List<Shown> list(@AuthenticationPrincipal SignedIn me) {
        return recognitions.of(me.person()).stream().map(this::shown).toList();
    }

    @Operation(summary = "Ask for recognition of prior learning or credit from elsewhere")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown ask(@AuthenticationPrincipal SignedIn me, @RequestBody Ask ask) {
        var institution = organisations.all().stream()
                .filter(each -> each.kind() == Organisation.Kind.INSTITUTION)
                .filter(each -> each.slug().equals(ask.institution()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("organisation"));
        var wish = wish(ask);
        if (wish.spec()
                .filter(spec -> specs.versions(institution.id(), spec).isEmpty())
                .isPresent()) {
            throw new InputException(Fault.of("spec", "stackme.recognition.spec.form"));
        }
        var id = recognitions.ask(me, institution.id(), wish);
        return shown(recognitions.byId(institution.id(), id).orElseThrow());
    }

    private static Recognition.Wish wish(Ask ask) {
        var faults = new ArrayList<Fault>();
        var kind = Optional.ofNullable(ask.kind());
        var day = Optional.ofNullable(ask.achievedOn());
        var credits = Optional.ofNullable(ask.credits());
        if (kind.isEmpty()) {
            faults.add(Fault.of("kind", "stackme.recognition.kind.form"));
        }
        if (day.isEmpty()) {
            faults.add(Fault.of("achievedOn", "stackme.recognition.day.form"));
        }
        if (credits.isEmpty()) {
            faults.add(Fault.of("credits", "stack.recognition.credits.form"));
        }
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
        return new Recognition.Wish(
                kind.orElseThrow(),
                said(ask.title()),
                said(ask.provider()),
                said(ask.described()),
                day.orElseThrow(),
                credits.orElseThrow(),
                Optional.ofNullable(ask.spec()).map(SpecId::new));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Shown shown(Recognition recognition) {
        var wish = recognition.wish();
        return new Shown(
                recognition.id().value(),
                organisations
                        .byId(recognition.organisation())
                        .map(Organisation::slug)
                        .orElse(""),
                wish.kind(),
                wish.title(),
                wish.provider(),
                wish.achievedOn(),
                wish.credits(),
                wish.spec().map(SpecId::value),
                recognition.status(),
                recognition.granted().map(Recognition.Granted::credits),
                recognition.reason(),
                recognition.askedAt());
    }
}
