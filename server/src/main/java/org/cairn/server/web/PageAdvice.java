package org.cairn.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/// Gives every page what its frame needs: language, direction, switcher, navigation.
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {
    private final Chrome chrome;
    private final boolean demo;

    PageAdvice(Chrome chrome, Environment environment) {
        this.chrome = chrome;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /// One choice of the language switcher.
    record Choice(String tag, String name, String href, boolean current) {}

    @ModelAttribute
    void frame(Model model, HttpServletRequest request, Locale locale) {
        var language = Languages.nearest(locale);
        model.addAttribute("lang", language.toLanguageTag());
        model.addAttribute("dir", Languages.direction(language));
        model.addAttribute("languages", choices(request, language));
        model.addAttribute("demo", demo);
        var frame = chrome.frame(request);
        model.addAttribute("signedIn", frame.signedIn());
        model.addAttribute("personName", frame.personName());
        frame.organisation().ifPresent(name -> model.addAttribute("organisation", name));
        model.addAttribute("canSwitchOrganisation", frame.canSwitchOrganisation());
        model.addAttribute("nav", frame.nav());
        model.addAttribute("path", Refusals.path(request));
    }

    private static List<Choice> choices(HttpServletRequest request, Locale current) {
        // Only a page that was asked for by GET can be asked for again in another language.
        var again = request.getMethod().equals("GET");
        var path = again ? Refusals.path(request) : "/";
        var asked = request.getQueryString();
        var query = asked != null && again && path.equals(request.getRequestURI()) ? asked : "";
        return Languages.ALL.stream()
                .map(l -> new Choice(
                        l.toLanguageTag(),
                        l.getDisplayLanguage(l),
                        UriComponentsBuilder.fromPath(path)
                                .query(query)
                                .replaceQueryParam("lang", l.toLanguageTag())
                                .build()
                                .toUriString(),
                        l.equals(current)))
                .toList();
    }
}
