package org.cairn.server.award;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.award.AwardForms.Crumb;
import org.cairn.server.award.Batch.Row.State;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.SafeCsv;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What one takes along from awarding a class: an empty file to fill in, the outcomes, the sheet of claim codes.
@Controller
@RequestMapping("/o/{organisation}/awards")
class BatchPapers {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Batches batches;
    private final BatchRowRepository rows;
    private final AwardRepository awards;
    private final Tickets tickets;
    private final AwardForms forms;
    private final CairnSettings settings;

    BatchPapers(
            Batches batches,
            BatchRowRepository rows,
            AwardRepository awards,
            Tickets tickets,
            AwardForms forms,
            CairnSettings settings) {
        this.batches = batches;
        this.rows = rows;
        this.awards = awards;
        this.tickets = tickets;
        this.forms = forms;
        this.settings = settings;
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(@ActingAs(Role.ISSUER) Acting acting, Locale locale) {
        var columns = Stream.of(
                        SheetColumn.NAME,
                        SheetColumn.EMAIL,
                        SheetColumn.LEARNER_NUMBER,
                        SheetColumn.DATE,
                        SheetColumn.GRADE,
                        SheetColumn.NARRATIVE)
                .map(c -> forms.text(c.key(), locale))
                .toList();
        return csv("awards.csv", SafeCsv.write(',', List.of(columns)));
    }

    /// What became of each row; `only=bad` gives those that can be mended and sent again.
    @GetMapping("/import/{id}/outcomes.csv")
    ResponseEntity<byte[]> outcomes(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String only,
            Locale locale) {
        var batch = batches.get(acting, new BatchId(id));
        var heading = Stream.concat(
                        batch.source().header().stream(),
                        Stream.of("line", "state", "reason").map(k -> forms.text("award.outcomes." + k, locale)))
                .toList();
        var lines = rows.all(batch).stream()
                .filter(r -> !only.equals("bad") || r.state() == State.BAD)
                .map(r -> outcome(r, batch.source().header().size(), locale));
        var table = Stream.concat(Stream.of(heading), lines).toList();
        return csv("outcomes.csv", SafeCsv.write(batch.source().separator(), table));
    }

    private List<String> outcome(Batch.Row row, int columns, Locale locale) {
        var own = Stream.concat(row.cells().stream(), Stream.generate(() -> "")).limit(columns);
        return Stream.concat(
                        own,
                        Stream.of(
                                String.valueOf(row.line()),
                                forms.text("award.row." + row.state(), locale),
                                row.reason().map(r -> forms.words(r, locale)).orElse("")))
                .toList();
    }

    /// A code on the sheet.
    record Slip(Award award, String code) {}

    @GetMapping("/import/{id}/codes")
    String codes(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        var batch = batches.get(acting, new BatchId(id));
        var open = awards.ofBatch(acting.organisationId(), batch.id()).stream()
                .filter(a -> !a.isClaimed() && a.isStanding())
                .toList();
        var codes = tickets.codes(open.stream().map(Award::id).toList());
        model.addAttribute(
                "slips",
                open.stream()
                        .filter(a -> codes.containsKey(a.id()))
                        .map(a -> new Slip(a, codes.getOrDefault(a.id(), "")))
                        .toList());
        model.addAttribute("where", settings.address("/claim").toString());
        model.addAttribute("issuer", acting.organisation().legalName());
        model.addAttribute(
                "specTitle",
                forms.specTitles(acting, locale)
                        .getOrDefault(batch.spec().value().toString(), ""));
        model.addAttribute(
                "crumbs",
                forms.crumbs(
                        acting,
                        locale,
                        new Crumb(
                                BatchPages.here(acting, batch.id()),
                                batch.source().fileName()),
                        new Crumb("", forms.text("award.codes.title", locale))));
        return "award/codes";
    }

    private static ResponseEntity<byte[]> csv(String name, String text) {
        var headers = new HttpHeaders();
        headers.setContentType(CSV);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        // The mark makes spreadsheets read it as what it is.
        return new ResponseEntity<>(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), headers, 200);
    }
}
