package org.cairn.server.identity;

import java.util.Locale;
import org.cairn.server.operate.Audit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The audit trail of an organisation, for its admins.
@Controller
class HistoryPages {
    private static final int PER_PAGE = 30;

    private final Audit audit;
    private final DeedWords words;

    HistoryPages(Audit audit, DeedWords words) {
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/o/{organisation}/history")
    String history(
            @ActingAs(Role.ADMIN) Acting acting,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        var organisation = acting.organisationId().value();
        var pages = Math.max(1, Math.ceilDiv(audit.count(organisation), PER_PAGE));
        var shown = Math.clamp(page, 1, pages);
        model.addAttribute("acting", acting);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("deeds", words.of(acting, audit.of(organisation, (shown - 1) * PER_PAGE, PER_PAGE), locale));
        return "identity/history";
    }
}
