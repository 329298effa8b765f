package org.cairn.server.identity;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// Where somebody lands after signing in: her organisation, a choice of them, or her portfolio.
@Controller
class HomePages {
    private final Organisations organisations;

    HomePages(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/home")
    String home(@AuthenticationPrincipal SignedIn me, Model model) {
        var memberships = organisations.membershipsOf(me.person());
        model.addAttribute("memberships", memberships);
        return switch (memberships.size()) {
            case 0 -> "redirect:/portfolio";
            case 1 ->
                "redirect:"
                        + UriComponentsBuilder.fromPath("/o/{slug}")
                                .build(memberships.getFirst().organisation().slug());
            default -> "identity/organisations";
        };
    }
}
