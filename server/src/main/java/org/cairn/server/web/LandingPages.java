package org.cairn.server.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The pages for strangers that belong to no capability.
@Controller
class LandingPages {
    private final String publicUrl;

    LandingPages(@Value("${cairn.public-url}") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    @GetMapping("/")
    String landing() {
        return "web/landing";
    }

    @GetMapping("/developers")
    String developers(Model model) {
        model.addAttribute("origin", publicUrl);
        return "web/developers";
    }
}
