package org.cairn.server.stack;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.stack.DeskForms.Crumb;
import org.cairn.server.web.NotFoundException;
import org.cairn.stacking.text.CtdlPathway;
import org.cairn.stacking.text.StackText;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/// A published rule: in words, and to take along as text, with its schema, or as a CTDL pathway.
@Controller
@RequestMapping("/o/{organisation}/stacks")
class DeskVersionPages {
    private final Stacks stacks;
    private final Sweeps sweeps;
    private final Specs specs;
    private final DecisionWords words;
    private final DeskForms forms;
    private final CairnSettings settings;
    private final JsonMapper json;

    DeskVersionPages(
            Stacks stacks,
            Sweeps sweeps,
            Specs specs,
            DecisionWords words,
            DeskForms forms,
            CairnSettings settings,
            JsonMapper json) {
        this.stacks = stacks;
        this.sweeps = sweeps;
        this.specs = specs;
        this.words = words;
        this.forms = forms;
        this.settings = settings;
        this.json = json;
    }

    /// Something the pathway does not carry, and where it stands in the rule.
    record Lost(String words, String path) {}

    @GetMapping("/versions/{id}")
    String version(
            @ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var version = own(acting, id);
        fill(model, acting, version, locale);
        model.addAttribute("version", version);
        model.addAttribute(
                "awards",
                specs.published(version.awards())
                        .map(spec -> spec.content().titleIn(locale))
                        .orElse(""));
        model.addAttribute("from", DeskForms.day(version.rule().inForce().from(), locale));
        model.addAttribute(
                "to", version.until().map(day -> DeskForms.day(day, locale)).orElse(""));
        model.addAttribute("rule", words.rule(version, locale).text());
        sweeps.of(acting.organisationId(), version.id()).ifPresent(sweep -> model.addAttribute("sweep", sweep));
        return "stack/desk/version";
    }

    @GetMapping("/versions/{id}/pathway")
    String losses(
            @ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var version = own(acting, id);
        fill(model, acting, version, locale);
        model.addAttribute(
                "losses",
                export(version).losses().stream()
                        .map(loss -> new Lost(forms.text("stackdesk.loss." + loss.kind(), locale), loss.path()))
                        .toList());
        return "stack/desk/pathway";
    }

    private void fill(Model model, Acting acting, StackVersion version, Locale locale) {
        var title = SpecContent.best(version.rule().title(), locale);
        var stack = DeskForms.stacks(acting) + "/" + version.stack();
        model.addAttribute("title", title);
        model.addAttribute("base", DeskForms.stacks(acting) + "/versions/" + version.id());
        model.addAttribute("stack", stack);
        model.addAttribute("schema", DeskForms.stacks(acting) + "/rule-schema.json");
        model.addAttribute("number", version.number());
        model.addAttribute(
                "crumbs",
                forms.crumbs(
                        acting,
                        locale,
                        new Crumb(stack, title),
                        new Crumb("", forms.text("stackdesk.version", locale, version.number()))));
    }

    @GetMapping("/versions/{id}/rule.yaml")
    ResponseEntity<byte[]> yaml(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        var version = own(acting, id);
        return download(name(version) + ".yaml", "application/yaml", StackText.write(version.rule()));
    }

    @GetMapping("/versions/{id}/pathway.jsonld")
    ResponseEntity<byte[]> pathway(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        var version = own(acting, id);
        var document = json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(export(version).document());
        return download(name(version) + ".jsonld", "application/ld+json", document);
    }

    /// The same for every rule, for editors that complete and check while one types.
    @GetMapping("/rule-schema.json")
    ResponseEntity<byte[]> schema(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting) {
        return download("stack.schema.json", "application/schema+json", StackText.schema());
    }

    private static ResponseEntity<byte[]> download(String name, String type, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private CtdlPathway.Export export(StackVersion version) {
        return CtdlPathway.of(
                version.rule(),
                settings.address("/stacks/versions/" + version.id()).toString());
    }

    private static String name(StackVersion version) {
        return version.rule().id() + "-" + version.number();
    }

    private StackVersion own(Acting acting, UUID id) {
        return stacks.version(new StackVersionId(id))
                .filter(version -> version.organisation().equals(acting.organisationId()))
                .orElseThrow(() -> new NotFoundException("stack"));
    }
}
