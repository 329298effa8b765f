package org.cairn.server.market;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Tables of figures that were counted elsewhere, for programs.
@RestController
@RequestMapping("/api/market/figures")
class FiguresApi {
    private final ReadyFigures figures;
    private final Demand demand;

    FiguresApi(ReadyFigures figures, Demand demand) {
        this.figures = figures;
        this.demand = demand;
    }

    record Shown(UUID id, String name, boolean shared, Instant importedAt) {}

    @Operation(
            summary = "Send figures that were counted elsewhere, as by the batch on Spark",
            description = "The body is a table country,subdivision,month,skill,postings; a row without a skill says how"
                    + " many postings there were. shared=true shows them to everybody under the organisation's name.")
    @PostMapping
    ResponseEntity<Shown> send(
            @ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared,
            InputStream file)
            throws IOException {
        var id = figures.receive(acting, name, shared, file);
        return ResponseEntity.created(URI.create("/api/market/figures/" + id)).body(shown(figures.get(acting, id)));
    }

    @GetMapping
    List<Shown> list(@ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting) {
        return demand.ready(Optional.of(acting.organisationId())).stream()
                .map(FiguresApi::shown)
                .toList();
    }

    @GetMapping("/{id}")
    Shown one(@ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting, @PathVariable UUID id) {
        return shown(figures.get(acting, new SeriesId(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting, @PathVariable UUID id) {
        figures.delete(acting, new SeriesId(id));
    }

    private static Shown shown(Series series) {
        return new Shown(series.id().value(), series.name(), series.shared(), series.computedAt());
    }
}
