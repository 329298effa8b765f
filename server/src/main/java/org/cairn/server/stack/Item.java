package org.cairn.server.stack;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.award.AwardId;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.issue.CredentialId;

/// Something a learner holds, in words.
///
/// @param key what decisions call it
/// @param title by language tag
/// @param from who awarded or recognised it
/// @param credential empty while there is none
record Item(
        String key,
        Map<String, String> title,
        String from,
        LocalDate on,
        Optional<AwardId> award,
        Optional<CredentialId> credential) {

    String titleIn(Locale locale) {
        return SpecContent.best(title, locale);
    }
}
