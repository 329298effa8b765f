package org.cairn.server.stack;

import java.util.Locale;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How all learners of a stack stand under one of its versions.
@Controller
@RequestMapping("/o/{organisation}/stacks/versions/{id}/learners")
class DeskSweepPages {
    private final Sweeps sweeps;
    private final Flash flash;

    DeskSweepPages(Sweeps sweeps, Flash flash) {
        this.sweeps = sweeps;
        this.flash = flash;
    }

    @PostMapping
    String begin(
            @ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting,
            @PathVariable UUID id,
            RedirectAttributes next,
            Locale locale) {
        sweeps.begin(acting, new StackVersionId(id));
        flash.ok(next, locale, "stackdesk.sweep.begun");
        return "redirect:" + DeskForms.stacks(acting) + "/versions/" + id;
    }

    /// The progress alone, for a page that asks again.
    @GetMapping
    String progress(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id, Model model) {
        var sweep = sweeps.of(acting.organisationId(), new StackVersionId(id))
                .orElseThrow(() -> new NotFoundException("sweep"));
        model.addAttribute("sweep", sweep);
        model.addAttribute("base", DeskForms.stacks(acting) + "/versions/" + id);
        return "stack/desk/sweep :: standing";
    }
}
