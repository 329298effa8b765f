package org.cairn.credential.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.Vectors;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.StatusEntry;
import org.junit.jupiter.api.Test;

class OpenBadgeTest {

    @Test
    void conforms_to_the_official_schema() {
        JsonObject schema = Vectors.json("ob3-schemas/ob_v3p0_achievementcredential_schema.json");
        JsonObject badge = Badges.signed(Badges.aBadge().with(Badges.withEverything(List.of())));

        var result = new ValidatorFactory()
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .validate((Object) schema, (Object) badge);

        assertThat(result.getErrors())
                .extracting(error -> error.getInstanceLocation() + " " + error.getError())
                .isEmpty();
    }

    @Test
    void one_status_entry_is_an_object_and_two_are_a_list() {
        StatusEntry revocation = new StatusEntry(Badges.STATUS_LIST, StatusEntry.REVOCATION, 1);
        StatusEntry suspension = new StatusEntry(Badges.STATUS_LIST, StatusEntry.SUSPENSION, 1);

        assertThat(Badges.aBadge().with(Badges.withStatus(revocation)).toJson().get("credentialStatus"))
                .isInstanceOf(JsonObject.class);
        assertThat(Badges.aBadge()
                        .with(Badges.withStatus(revocation, suspension))
                        .toJson()
                        .get("credentialStatus"))
                .isInstanceOf(JsonArray.class);
    }

    @Test
    void an_extension_adds_its_context_last_and_its_terms_to_the_achievement() {
        JsonObject badge =
                Badges.aBadge().with(Badges.withEverything(List.of())).toJson();

        assertThat(badge.getJsonArray("@context").get(2))
                .isEqualTo(Badges.anExtension().context());
        assertThat(badge.getJsonObject("credentialSubject").getJsonObject("achievement"))
                .containsEntry("participation", Json.PROVIDER.createValue("online"));
    }

    @Test
    void absent_facts_leave_no_empty_members() {
        OpenBadge minimal = OpenBadge.of(
                URI.create("urn:uuid:1"),
                Issuer.of("did:web:example.org", "Example"),
                Achievement.microcredential(URI.create("urn:uuid:2"), "A", "B", Achievement.Criteria.narrative("C")),
                Subject.of(Optional.empty(), List.of(Identity.studentId("4711"))),
                OpenBadge.Validity.from(Badges.NOW));

        assertThat(minimal.toJson().getJsonObject("credentialSubject").keySet())
                .containsExactly("type", "identifier", "achievement");
    }

    @Test
    void a_hashed_address_is_recognised_whatever_its_letter_case() {
        Identity identity = Identity.hashedEmail(" Ada@Example.org", "s");

        assertThat(identity.isHashOf("ada@example.ORG")).isTrue();
        assertThat(identity.isHashOf("eve@example.org")).isFalse();
        assertThat(identity.identityHash()).startsWith("sha256$").doesNotContain("ada");
    }

    @Test
    void refuses_nonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.of(Optional.empty(), List.of()))
                .withMessageContaining("an id or an identity");
        assertThatIllegalArgumentException().isThrownBy(() -> Issuer.of("Example", "Example"));
        assertThatIllegalArgumentException().isThrownBy(() -> Alignment.of("x", URI.create("relative")));
        assertThatIllegalArgumentException().isThrownBy(() -> Identity.name(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Identity("shoeSize", "42", false, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenBadge.Validity(
                        Badges.NOW, Optional.of(Badges.NOW.minus(Duration.ofDays(1))), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extension(Json.object("{}"), Map.of("a", Json.PROVIDER.createValue("b"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Achievement.Criteria.narrative("x".repeat(Bounds.TEXT + 1)));
    }
}
