package org.cairn.server.catalogue;

import java.util.Locale;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The skills that were found in a draft's texts, each to be accepted or refused.
@Controller
@RequestMapping("/o/{organisation}/specs/{id}/suggestions")
class SuggestionPages {
    private final Specs specs;
    private final SkillSuggestions suggestions;
    private final Flash flash;

    SuggestionPages(Specs specs, SkillSuggestions suggestions, Flash flash) {
        this.specs = specs;
        this.suggestions = suggestions;
        this.flash = flash;
    }

    @GetMapping
    String show(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        var sections = suggestions.of(acting, draft.content());
        model.addAttribute("edit", SpecListPages.base(acting) + "/" + id + "/edit");
        model.addAttribute("action", SpecListPages.base(acting) + "/" + id + "/suggestions");
        model.addAttribute("heading", draft.content().titleIn(locale));
        model.addAttribute("sections", sections);
        model.addAttribute(
                "preparing",
                sections.stream()
                        .flatMap(section -> section.preparing().stream())
                        .findFirst());
        model.addAttribute("lexical", sections.stream().anyMatch(SkillSuggestions.Section::lexical));
        model.addAttribute("absent", sections.stream().anyMatch(SkillSuggestions.Section::absent));
        return "catalogue/suggestions";
    }

    @PostMapping
    String decide(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String skill,
            @RequestParam(defaultValue = "false") boolean accepted,
            RedirectAttributes next,
            Locale locale) {
        suggestions.decide(acting, new SpecId(id), text, skill, accepted);
        flash.ok(next, locale, accepted ? "catalogue.suggest.accepted" : "catalogue.suggest.refused");
        return "redirect:" + SpecListPages.base(acting) + "/" + id + "/suggestions";
    }
}
