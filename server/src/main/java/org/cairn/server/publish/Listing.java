package org.cairn.server.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.offering.Offering;

/// A published version with all that the catalogue says of it.
///
/// @param offerings what one can apply for today
record Listing(
        PublishedSpec spec,
        Organisation issuer,
        Specs.Succession succession,
        List<Offering> offerings,
        Assurance.Backing backing) {
    Listing {
        offerings = List.copyOf(offerings);
    }

    SpecContent content() {
        return spec.content();
    }

    /// The language in which the title was written first.
    String language() {
        return content().title().keySet().stream().findFirst().orElse("en");
    }

    /// A text that has no language of its own, under the version's main one.
    Map<String, String> inMainLanguage(String text) {
        return text.isBlank() ? Map.of() : Map.of(language(), text);
    }

    String title() {
        return content().titleIn(Locale.forLanguageTag(language()));
    }

    boolean isSuperseded() {
        return succession.next().isPresent();
    }
}
