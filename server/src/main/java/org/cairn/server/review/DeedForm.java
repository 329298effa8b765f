package org.cairn.server.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.identity.Acting;
import org.cairn.server.review.ReviewForms.Option;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The page of a deed that needs a choice, a reason or both. Its words are
/// `review.deed.NAME.title`, `.lead` and `.submit`.
@Component
class DeedForm {
    private final ReviewForms forms;

    DeedForm(ReviewForms forms) {
        this.forms = forms;
    }

    /// What is asked.
    ///
    /// @param name of the deed
    /// @param action where the form goes
    /// @param choice name of the field with a choice; blank for none
    /// @param reason name of the field with the reason; blank for none
    /// @param typed what was sent before, by field
    record Asked(
            String name, String action, String choice, List<Option> options, String reason, Map<String, String> typed) {
        Asked {
            options = List.copyOf(options);
            typed = Map.copyOf(typed);
        }
    }

    String page(Acting acting, Dossier dossier, Asked asked, Locale locale, Model model) {
        ReviewForms.fresh(model);
        var title = forms.text("review.deed." + asked.name() + ".title", locale);
        model.addAttribute("asked", asked);
        model.addAttribute("heading", title);
        model.addAttribute("lead", forms.text("review.deed." + asked.name() + ".lead", locale));
        model.addAttribute("submit", forms.text("review.deed." + asked.name() + ".submit", locale));
        model.addAttribute("title", forms.title(dossier.round().content(), locale));
        model.addAttribute("back", ReviewForms.here(acting, dossier.review().id()));
        model.addAttribute("crumbs", forms.crumbs(acting, Optional.of(dossier), Optional.of(title), locale));
        return "review/deed";
    }

    List<Option> choices(String name, Locale locale, String... values) {
        return forms.options("review.deed." + name + ".", Stream.of(values), locale);
    }
}
