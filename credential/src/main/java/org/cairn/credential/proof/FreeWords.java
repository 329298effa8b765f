package org.cairn.credential.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.credential.json.Json;

/// The bundled words that one document may define in a sense of its own: those of Open Badges and CLR where it has
/// nothing to do with either, and the dates of VC 1.1 where it is not of VC 1.1.
///
/// Why this opens nothing. Every address of Open Badges and CLR that has a word of its own begins as 1EdTech's do
/// ([#BADGES]). JSON-LD comes to such an address only from a context that is named, from a text of the document that
/// begins with it, or from a text in a context that begins it, a prefix or `@vocab`; or from any `@base`, on which
/// `//purl.imsglobal.org/` would be resolved. A document without any of those states nothing of a badge, so that none
/// of its words hides or feigns one that is signed; and whoever reads
/// plain JSON as a badge asks for the context first (`org.cairn.credential.badge.BadgeContext`). What other words
/// denote stays guarded. In doubt no word is free.
final class FreeWords {

    static final String BADGES = "https://purl.imsglobal.org/";

    private static final String OLD_MODEL = "https://www.w3.org/2018/credentials/v1";

    /// Readers of credentials fall back to these whatever the version; so on a credential itself they stay in force.
    private static final Set<String> OLD_DATES = Set.of("issuanceDate", "expirationDate");

    private final Vocabulary vocabulary;
    private final Set<String> keys = new HashSet<>();
    private boolean mentionsBadges;
    private boolean hasOldDates;
    private boolean released;

    FreeWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void context(String address) {
        text(address);
        mentionsBadges |= vocabulary.leadsToBadges(address);
        hasOldDates |= address.equals(OLD_MODEL);
    }

    void context(JsonObject context) {
        mentionsBadges |= leadsToBadges(context);
    }

    /// Whether a context, or part of one, can lead to an address of Open Badges or CLR.
    static boolean leadsToBadges(JsonValue part) {
        return switch (part) {
            case JsonString text -> text.getString().startsWith(BADGES) || BADGES.startsWith(text.getString());
            case JsonArray array -> array.stream().anyMatch(FreeWords::leadsToBadges);
            case JsonObject object ->
                object.entrySet().stream()
                        .anyMatch(it -> it.getKey().equals("@base")
                                || it.getKey().startsWith(BADGES)
                                || leadsToBadges(it.getValue()));
            default -> false;
        };
    }

    /// @param object its members have to be told as well
    void object(JsonObject object, boolean isRoot) {
        object.keySet().forEach(name -> {
            text(name);
            if (mayBeFree(name)) {
                keys.add(name);
            }
        });
        boolean isCredential = isRoot
                || object.containsKey("issuer")
                || object.containsKey("credentialSubject")
                || Json.strings(object, "type").contains("VerifiableCredential");
        hasOldDates |= isCredential && OLD_DATES.stream().anyMatch(object::containsKey);
    }

    void text(String text) {
        mentionsBadges |= text.startsWith(BADGES);
    }

    /// The keys of the document that may be free.
    Stream<String> keys() {
        return keys.stream();
    }

    /// Whether there is any difference between before and after [#release].
    boolean isAny() {
        return !mentionsBadges;
    }

    /// From now on, words that may be free are.
    void release() {
        released = true;
    }

    boolean isFree(String word) {
        boolean isOldDate = OLD_DATES.contains(word);
        return released && mayBeFree(word) && !(isOldDate && hasOldDates);
    }

    private boolean mayBeFree(String word) {
        return vocabulary.isOfBadgesOnly(word)
                || (OLD_DATES.contains(word)
                        && vocabulary.meanings(word).equals(Set.of("https://www.w3.org/2018/credentials#" + word)));
    }
}
