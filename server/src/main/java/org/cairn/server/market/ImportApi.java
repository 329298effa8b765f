package org.cairn.server.market;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
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

/// Files of postings for programs.
@RestController
@RequestMapping("/api/market/imports")
class ImportApi {
    private static final int MOST_FAULTS = 1_000;

    private final PostingImports imports;

    ImportApi(PostingImports imports) {
        this.imports = imports;
    }

    /// @param badRows the first thousand rows that are no postings
    record Shown(
            UUID id,
            PostingImport.Status status,
            String fileName,
            boolean shared,
            PostingImport.Counts counts,
            List<PostingImport.Fault> badRows) {}

    @Operation(
            summary = "Send job postings",
            description = "The body is the file, up to 64 MB: JSON Lines, CSV with a heading line, or schema.org"
                    + " JobPosting (an object, a list, an @graph, or one a line), in UTF-8. It is read in the background."
                    + " source, language (BCP 47) and country (ISO 3166-1) hold where a row says nothing else;"
                    + " shared=true lets the postings count in the figures for everybody.")
    @PostMapping
    ResponseEntity<Shown> send(
            @ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting,
            @RequestParam(defaultValue = "api") String name,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "false") boolean shared,
            InputStream file)
            throws IOException {
        var id = imports.receive(acting, new PostingImport.Wish(name, source, language, country, shared), file);
        return ResponseEntity.created(URI.create("/api/market/imports/" + id)).body(shown(imports.get(acting, id)));
    }

    @GetMapping
    List<Shown> list(@ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting) {
        return imports.recent(acting).stream()
                .map(each -> shown(each, List.of()))
                .toList();
    }

    @GetMapping("/{id}")
    Shown one(@ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting, @PathVariable UUID id) {
        return shown(imports.get(acting, new ImportId(id)));
    }

    @Operation(summary = "Stop reading; what was read stays")
    @PostMapping("/{id}/stop")
    Shown stop(@ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting, @PathVariable UUID id) {
        imports.cancel(acting, new ImportId(id));
        return one(acting, id);
    }

    @Operation(summary = "Take back everything that came with a file")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@ActingAs({Role.ISSUER, Role.EMPLOYER}) Acting acting, @PathVariable UUID id) {
        imports.delete(acting, new ImportId(id));
    }

    private Shown shown(PostingImport found) {
        return shown(found, imports.faults(found, MOST_FAULTS));
    }

    private static Shown shown(PostingImport found, List<PostingImport.Fault> faults) {
        return new Shown(
                found.id().value(),
                found.status(),
                found.wish().fileName(),
                found.wish().shared(),
                found.counts(),
                faults);
    }
}
