package org.cairn.server.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The pages for strangers that belong to no capability.
@Controller
class LandingPages {

    @GetMapping("/")
    String landing() {
        return "web/landing";
    }

    @GetMapping("/developers")
    String developers(Model model) {
        model.addAttribute(
                "origin", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return "web/developers";
    }
}
