package org.cairn.server.identity;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Sign-in by one-time link. The link's page asks for a click, because mail scanners open links on their own.
@Controller
class LoginPages {
    private static final List<String> TROUBLES = List.of("expired", "badAddress", "tooMany", "alreadySent");

    @GetMapping("/login")
    String login(@RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute(
                "trouble",
                TROUBLES.stream().filter(parameters::containsKey).findFirst().orElse(""));
        return "identity/login";
    }

    @GetMapping("/login/sent")
    String sent() {
        return "identity/sent";
    }

    @GetMapping("/login/ott")
    String confirm(@RequestParam(defaultValue = "") String token, Model model) {
        if (token.isBlank()) {
            // The link was cut short on its way; the sign-in page says how to get a whole one.
            return "redirect:/login?expired";
        }
        model.addAttribute("token", token);
        return "identity/confirm";
    }
}
