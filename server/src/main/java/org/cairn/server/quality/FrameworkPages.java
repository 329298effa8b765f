package org.cairn.server.quality;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cairn.quality.Finding;
import org.cairn.quality.Pack;
import org.cairn.quality.Report;
import org.cairn.quality.Rule;
import org.cairn.server.catalogue.SpecDraft;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.Languages;
import org.cairn.server.web.NotFoundException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A draft under every framework: how it stands, and for one of them what is missing with fields to type it in.
@Controller
@RequestMapping("/o/{organisation}/specs/{id}/frameworks")
class FrameworkPages {
    private final Quality quality;
    private final Specs specs;
    private final FrameworkFieldWords words;
    private final MessageSource messages;
    private final Flash flash;

    FrameworkPages(Quality quality, Specs specs, FrameworkFieldWords words, MessageSource messages, Flash flash) {
        this.quality = quality;
        this.specs = specs;
        this.words = words;
        this.messages = messages;
        this.flash = flash;
    }

    /// How a draft stands under one framework.
    ///
    /// @param open demands that are not met or wait for somebody
    record Row(String id, String name, boolean draft, Report.Verdict verdict, long open) {}

    /// One rule with what can be typed for it.
    ///
    /// @param inEditor whether what it asks is in the editor instead
    record Asking(
            String rule,
            String level,
            String outcome,
            String message,
            String found,
            String accepted,
            String fix,
            boolean inEditor,
            List<FrameworkFieldWords.Shown> fields) {}

    @GetMapping
    String list(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        head(acting, draft, locale, model);
        model.addAttribute(
                "rows",
                quality.check(draft.content(), acting.organisation(), quality.packs()).frameworks().stream()
                        .map(framework -> row(framework, locale))
                        .toList());
        return "quality/frameworks";
    }

    private static Row row(Report.Framework framework, Locale locale) {
        var open = framework.findings().stream()
                .filter(finding -> finding.rule().level() == Rule.Level.MUST)
                .filter(finding -> !isSettled(finding))
                .count();
        return new Row(
                framework.pack().id(),
                framework.pack().nameIn(locale),
                framework.pack().isDraft(),
                framework.verdict(),
                open);
    }

    private static boolean isSettled(Finding finding) {
        var word = finding.outcome().word();
        return word.equals("PASS") || word.equals("NOT_APPLICABLE") || word.equals("WARN");
    }

    @GetMapping("/{pack}")
    String one(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @PathVariable String pack,
            Locale locale,
            Model model) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        return page(acting, draft, found(pack), Map.of(), locale, model);
    }

    @PostMapping("/{pack}")
    String save(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @PathVariable String pack,
            @RequestParam(defaultValue = "-1") long revision,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var spec = new SpecId(id);
        var draft = specs.draft(acting.organisationId(), spec);
        var found = found(pack);
        var facts = FrameworkForm.sent(draft.content(), request.getParameterMap());
        try {
            specs.saveDraft(acting, spec, draft.content().withFrameworkFacts(facts), revision);
        } catch (InputException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            var errors = new LinkedHashMap<String, String>();
            e.faults()
                    .forEach(f -> errors.putIfAbsent(
                            f.field().replaceFirst("^frameworkFacts[.]", FrameworkForm.PREFIX),
                            messages.getMessage(f.key(), f.args().toArray(), locale)));
            return page(acting, draft, found, errors, locale, model);
        } catch (ConflictException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return page(
                    acting,
                    draft,
                    found,
                    Map.of("revision", messages.getMessage("quality.frameworks.conflict", null, locale)),
                    locale,
                    model);
        }
        flash.ok(next, locale, "quality.frameworks.saved");
        return "redirect:" + base(acting, spec) + "/frameworks/" + found.id();
    }

    private Pack found(String id) {
        return quality.packs().stream()
                .filter(pack -> pack.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("rule pack"));
    }

    private String page(
            Acting acting, SpecDraft draft, Pack pack, Map<String, String> errors, Locale locale, Model model) {
        head(acting, draft, locale, model);
        var framework = quality.check(draft.content(), acting.organisation(), List.of(pack))
                .frameworks()
                .getFirst();
        var form = new FrameworkForm(draft.content(), languages(draft, locale));
        var shown = new HashSet<String>();
        model.addAttribute("pack", pack.id());
        model.addAttribute("name", pack.nameIn(locale));
        model.addAttribute("about", pack.aboutIn(locale));
        model.addAttribute("draftPack", pack.isDraft());
        model.addAttribute("verdict", framework.verdict());
        model.addAttribute("revision", draft.revision());
        model.addAttribute("errors", errors);
        model.addAttribute(
                "askings",
                framework.findings().stream()
                        .filter(finding -> finding.rule().scope() == Rule.Scope.SPEC)
                        .map(finding -> asking(finding, form, shown, locale))
                        .toList());
        return "quality/framework";
    }

    /// A field that two rules ask for stands with the first of them.
    private Asking asking(Finding finding, FrameworkForm form, Set<String> shown, Locale locale) {
        var rule = finding.rule();
        var fields = form.fields(rule);
        return new Asking(
                rule.id(),
                rule.level().name(),
                finding.outcome().word(),
                finding.messageIn(locale),
                finding.foundIn(locale),
                finding.acceptedIn(locale),
                isSettled(finding) ? "" : finding.fixIn(locale),
                fields.isEmpty() && rule.kind() != Rule.Kind.ATTESTATION,
                fields.stream()
                        .filter(field -> shown.add(field.name()))
                        .map(field -> words.shown(field, locale))
                        .toList());
    }

    /// What the title is written in first, since that is what readers of the draft read; else the reader's own.
    private static List<String> languages(SpecDraft draft, Locale locale) {
        var tags = new LinkedHashSet<>(draft.content().title().keySet());
        if (tags.isEmpty()) {
            tags.add(Languages.nearest(locale).toLanguageTag());
        }
        return List.copyOf(tags);
    }

    private void head(Acting acting, SpecDraft draft, Locale locale, Model model) {
        model.addAttribute("base", base(acting, draft.spec()));
        model.addAttribute("heading", draft.content().titleIn(locale));
    }

    private static String base(Acting acting, SpecId spec) {
        return "/o/" + acting.organisation().slug() + "/specs/" + spec;
    }
}
