package org.cairn.server.quality;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.cairn.quality.Pack;
import org.cairn.server.catalogue.GateReport;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Role;
import org.cairn.server.quality.Reports.PackView;
import org.cairn.server.quality.Reports.ReportView;
import org.cairn.server.web.NotFoundException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Quality reports over REST.
@RestController
class QualityApi {
    private final Quality quality;
    private final Specs specs;
    private final Organisations organisations;

    QualityApi(Quality quality, Specs specs, Organisations organisations) {
        this.quality = quality;
        this.specs = specs;
        this.organisations = organisations;
    }

    @Operation(summary = "What the quality check finds in a draft as it stands")
    @GetMapping("/api/specs/{id}/quality")
    GateReport draft(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        return quality.check(draft.content(), acting.organisation());
    }

    @Operation(summary = "What the quality check finds in a published version; needs no key")
    @GetMapping("/api/public/specs/{version}/quality")
    GateReport published(@PathVariable UUID version) {
        var spec = specs.published(new SpecVersionId(version)).orElseThrow(() -> new NotFoundException("version"));
        var issuer = organisations.byId(spec.organisation()).orElseThrow();
        return quality.check(spec.content(), issuer);
    }

    @Operation(summary = "The rule packs in force; needs no key")
    @GetMapping("/api/public/rule-packs")
    List<PackView> packs(Locale language) {
        return quality.packs().stream().map(pack -> PackView.of(pack, language)).toList();
    }

    @Operation(summary = "What chosen rule packs find in a draft; without a choice, what all in force do")
    @GetMapping("/api/specs/{id}/reports")
    ReportView reports(
            @ActingAs({Role.DESIGNER, Role.ISSUER, Role.REVIEWER}) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> packs,
            Locale language) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        return ReportView.of(quality.check(draft.content(), acting.organisation(), chosen(packs)), language);
    }

    @Operation(summary = "What chosen rule packs find in a published version; needs no key")
    @GetMapping("/api/public/specs/{version}/reports")
    ReportView reports(
            @PathVariable UUID version, @RequestParam(defaultValue = "") Set<String> packs, Locale language) {
        var spec = specs.published(new SpecVersionId(version)).orElseThrow(() -> new NotFoundException("version"));
        var issuer = organisations.byId(spec.organisation()).orElseThrow();
        return ReportView.of(quality.check(spec.content(), issuer, chosen(packs)), language);
    }

    private List<Pack> chosen(Set<String> ids) {
        var known = quality.packs();
        if (ids.stream()
                .anyMatch(id -> known.stream().noneMatch(pack -> pack.id().equals(id)))) {
            throw new NotFoundException("rule pack");
        }
        return known.stream()
                .filter(pack -> ids.isEmpty() || ids.contains(pack.id()))
                .toList();
    }
}
