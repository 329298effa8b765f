package org.cairn.server.talent;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.issue.CredentialId;
import org.springframework.util.MultiValueMap;

/// What was typed into the form of a listing; shown again as it was when something is wrong.
///
/// @param languages codes of two or three letters, separated by commas
record TalentForm(
        List<String> credentials,
        List<String> skills,
        String country,
        String subdivision,
        String languages,
        String lookingFor,
        boolean nameShown,
        String months) {
    private static final int MOST = 200;

    TalentForm {
        credentials = List.copyOf(credentials);
        skills = List.copyOf(skills);
    }

    static TalentForm blank() {
        return new TalentForm(List.of(), List.of(), "", "", "", "", false, "6");
    }

    static TalentForm of(Listing listing) {
        var words = listing.words();
        return new TalentForm(
                listing.credentials().stream().map(CredentialId::toString).toList(),
                List.copyOf(listing.skills().keySet()),
                words.country(),
                words.subdivision(),
                String.join(", ", words.languages()),
                words.lookingFor(),
                listing.nameShown(),
                "6");
    }

    static TalentForm of(MultiValueMap<String, String> sent) {
        return new TalentForm(
                all(sent, "credentials"),
                all(sent, "skills"),
                first(sent, "country"),
                first(sent, "subdivision"),
                first(sent, "languages"),
                first(sent, "lookingFor"),
                first(sent, "nameShown").equals("true"),
                first(sent, "months"));
    }

    private static List<String> all(MultiValueMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream().limit(MOST).toList();
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    Listing.Wish wish() {
        var tags = Stream.of(languages.split("[,;\\s]+"))
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.isEmpty())
                .toList();
        return new Listing.Wish(
                new Listing.Words(lookingFor, country, subdivision, tags),
                nameShown,
                credentials.stream().flatMap(TalentForm::id).toList(),
                skills,
                months.matches("[0-9]{1,2}") ? Integer.parseInt(months) : 0);
    }

    private static Stream<CredentialId> id(String text) {
        try {
            return Stream.of(new CredentialId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Stream.empty(); // not of this form's making
        }
    }
}
