package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.server.web.InputException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the forms of this capability have in common: faults beside their fields, and choices in the reader's words.
@Component
class Forms {
    private final MessageSource messages;

    Forms(MessageSource messages) {
        this.messages = messages;
    }

    /// One choice of a select or a group of boxes.
    record Option(String value, String label) {}

    /// Answers 400 and puts each fault's words into `errors`, under its field.
    void refuse(InputException e, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        var errors = new LinkedHashMap<String, String>();
        e.faults()
                .forEach(f -> errors.putIfAbsent(
                        f.field(), messages.getMessage(f.key(), f.args().toArray(), locale)));
        model.addAttribute("errors", errors);
    }

    List<Option> roles(Collection<Role> roles, Locale locale) {
        return roles.stream()
                .sorted()
                .map(role -> new Option(role.name(), messages.getMessage("identity.role." + role, null, locale)))
                .toList();
    }

    List<Option> kinds(Locale locale) {
        return Stream.of(Organisation.Kind.INSTITUTION, Organisation.Kind.EMPLOYER, Organisation.Kind.QUALITY_BODY)
                .map(kind -> new Option(kind.name(), messages.getMessage("identity.kind." + kind, null, locale)))
                .toList();
    }

    static List<Option> countries(Locale locale) {
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted(Comparator.comparing(Option::label, java.text.Collator.getInstance(locale)))
                .toList();
    }
}
