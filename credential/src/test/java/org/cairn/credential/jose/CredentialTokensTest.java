package org.cairn.credential.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.cairn.credential.Badges;
import org.cairn.credential.RsaSigner;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in the header and the claims of a credential's token.
class CredentialTokensTest {

    private static final Signer SIGNER = Badges.UNIVERSITY.signer(Badges.UNIVERSITY.didKeyMethod());
    private static final JsonObject BADGE = Badges.aBadge().toJson();

    @Test
    void a_badge_has_the_claims_and_header_of_the_open_badges_profile() {
        Jws token = OpenBadgeJwt.sign(BADGE, SIGNER);

        assertThat(token.header().keySet()).containsExactlyInAnyOrder("alg", "kid", "typ");
        assertThat(token.header().getString("typ")).isEqualTo("JWT");
        assertThat(token.claims().getString("iss")).isEqualTo(Badges.UNIVERSITY.didKey());
        assertThat(token.claims().getString("jti")).isEqualTo(BADGE.getString("id"));
        assertThat(token.claims().getString("sub")).isEqualTo("did:example:learner");
        assertThat(token.claims().getInt("nbf"))
                .isEqualTo(Badges.aBadge().validity().from().getEpochSecond());
        assertThat(token.claims()).containsKey("exp").containsAllEntriesOf(BADGE);
    }

    @Test
    void a_badge_may_carry_its_public_key() {
        RsaSigner rsa = new RsaSigner("x");
        Jws token = OpenBadgeJwt.signEmbedding(rsa.publicKey(), BADGE, rsa);

        assertThat(token.header().getJsonObject("jwk"))
                .isEqualTo(rsa.publicKey().toJwk());
        assertThat(token.header()).doesNotContainKey("kid");
        assertThat(token.problem(rsa.publicKey())).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenBadgeJwt.signEmbedding(rsa.publicKey(), BADGE, SIGNER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id", "/issuer", "/validFrom", "/credentialSubject/id"})
    void a_badge_without_what_the_claims_repeat_is_not_signed(String pointer) {
        JsonObject lacking = Json.PROVIDER.createPointer(pointer).remove(BADGE);

        assertThatIllegalArgumentException().isThrownBy(() -> OpenBadgeJwt.sign(lacking, SIGNER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/iss", "/exp", "/vc", "/proof"})
    void a_badge_with_members_that_would_be_claims_is_not_signed(String pointer) {
        JsonObject odd = Json.PROVIDER.createPointer(pointer).add(BADGE, Json.PROVIDER.createValue("x"));

        assertThatIllegalArgumentException().isThrownBy(() -> OpenBadgeJwt.sign(odd, SIGNER));
    }

    @Test
    void a_credential_and_a_presentation_say_what_they_are() {
        Jws credential = JoseCredential.sign(BADGE, SIGNER);
        JsonObject presentation = Json.object("""
                {"@context": "https://www.w3.org/ns/credentials/v2", "type": "VerifiablePresentation",
                 "verifiableCredential": %s}""".formatted(Json.text(JoseCredential.envelope(credential))));
        Jws shown = JoseCredential.signPresentation(
                presentation, new JoseCredential.Audience(Optional.of("https://v.example"), Optional.of("n")), SIGNER);

        assertThat(credential.type()).contains("vc+jwt");
        assertThat(credential.header().getString("cty")).isEqualTo("vc");
        assertThat(credential.claims()).isEqualTo(BADGE);
        assertThat(shown.type()).contains("vp+jwt");
        assertThat(shown.claims().getString("nonce")).isEqualTo("n");
        assertThat(shown.claims().getString("aud")).isEqualTo("https://v.example");
        assertThat(shown.problem(Badges.UNIVERSITY.publicKey())).isEmpty();
    }

    @Test
    void what_is_no_credential_of_the_current_model_is_not_signed() {
        JsonObject old = Json.object(
                "{\"@context\":\"https://www.w3.org/2018/credentials/v1\",\"type\":\"VerifiableCredential\"}");

        assertThatIllegalArgumentException().isThrownBy(() -> JoseCredential.sign(old, SIGNER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JoseCredential.sign(Badges.signed(Badges.aBadge()), SIGNER));
    }
}
