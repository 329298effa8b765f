package org.cairn.credential.elm;

import java.util.LinkedHashMap;
import java.util.Map;

/// Why a member of a badge has no place in the export.
final class Reasons {

    private static final Map<String, String> BY_PLACE = new LinkedHashMap<>();

    static {
        BY_PLACE.put("/proof", "the signature covers the badge; the export has to be sealed on its own");
        BY_PLACE.put("/credentialStatus", "the status is that of the badge");
        BY_PLACE.put("/credentialSchema", "the schema is that of the badge");
        BY_PLACE.put("/endorsement", "the model has no endorsements");
        BY_PLACE.put("/credentialSubject/identifier", "hashed and other identifiers were not verified for the model");
        BY_PLACE.put("/credentialSubject/achievement/creditsAvailable", "a badge does not say which credits these are");
        BY_PLACE.put("/credentialSubject/creditsEarned", "a badge does not say which credits these are");
        BY_PLACE.put("/credentialSubject/achievement/achievementType", "the kinds of the model are others");
    }

    private Reasons() {}

    static String of(String place) {
        return BY_PLACE.entrySet().stream()
                .filter(entry -> place.equals(entry.getKey()) || place.startsWith(entry.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("no place in the model was verified for it");
    }
}
