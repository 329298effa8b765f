package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.cairn.credential.json.Json;
import org.cairn.credential.openbadges2.Assertion;

/// An Open Badges 2.0 assertion in the words of a credential, for those who read it.
final class OldBadgeView {

    private OldBadgeView() {}

    static JsonObject of(Assertion assertion, JsonObject badge, JsonObject issuer) {
        JsonObjectBuilder subject = Json.PROVIDER
                .createObjectBuilder()
                .add(
                        "identifier",
                        recipient(Json.member(assertion.json(), "recipient").orElse(JsonObject.EMPTY_JSON_OBJECT)))
                .add("achievement", achievement(badge));
        JsonObjectBuilder view = Json.PROVIDER.createObjectBuilder();
        Json.string(assertion.json(), "id").ifPresent(id -> view.add("id", id));
        Json.string(badge, "name").ifPresent(name -> view.add("name", name));
        copy(assertion.json(), "issuedOn", view, "validFrom");
        copy(assertion.json(), "issuedOn", view, "awardedDate");
        copy(assertion.json(), "expires", view, "validUntil");
        return view.add("issuer", issuer).add("credentialSubject", subject).build();
    }

    private static JsonObject recipient(JsonObject recipient) {
        JsonObjectBuilder identity = Json.PROVIDER.createObjectBuilder();
        copy(recipient, "type", identity, "identityType");
        copy(recipient, "identity", identity, "identityHash");
        copy(recipient, "hashed", identity, "hashed");
        copy(recipient, "salt", identity, "salt");
        return identity.build();
    }

    private static JsonObject achievement(JsonObject badge) {
        JsonObjectBuilder achievement = Json.PROVIDER.createObjectBuilder();
        List.of("id", "name", "description", "image", "alignment")
                .forEach(name -> copy(badge, name, achievement, name));
        Json.string(badge, "criteria")
                .ifPresentOrElse(
                        address -> achievement.add(
                                "criteria", Json.PROVIDER.createObjectBuilder().add("id", address)),
                        () -> copy(badge, "criteria", achievement, "criteria"));
        return achievement.build();
    }

    private static void copy(JsonObject from, String name, JsonObjectBuilder to, String newName) {
        JsonValue value = from.get(name);
        if (value != null) {
            to.add(newName, value);
        }
    }
}
