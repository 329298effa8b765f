package org.cairn.server.quality;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.cairn.server.catalogue.GateReport;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Role;
import org.cairn.server.web.NotFoundException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
}
