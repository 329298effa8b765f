package org.cairn.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.credential.Badges;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A credential issued, passed on in part, and shown by the one it was issued to.
class SdJwtTest {

    private static final Signer ISSUER = Badges.UNIVERSITY.signer(Badges.UNIVERSITY.didKeyMethod());
    private static final Signer HOLDER = Badges.EMPLOYER.signer("holder");
    private static final Challenge CHALLENGE = Challenge.of("https://verifier.example", "n-1");
    private static final JsonObject CLAIMS = Json.object("""
            {"vct": "https://uni.example.edu/microcredential", "iss": "https://uni.example.edu", "iat": 1700000000,
             "given_name": "Ada",
             "address": {"street": "Main 1", "city": "Höchst", "country": "DE"},
             "languages": ["de", "en", ["x", "y"]],
             "award": {"name": "Data ethics", "grade": {"scale": "A-F", "value": "A"}}}""");

    @Test
    void everything_shown_gives_the_claims_back() {
        SdJwt token = issued(
                Concealment.of("/given_name", "/address/street", "/languages/1").withDecoys(3));

        assertThat(reread(token).disclosed().claims()).isEqualTo(CLAIMS);
        assertThat(token.token().problem(Badges.UNIVERSITY.publicKey())).isEmpty();
    }

    @Test
    void what_can_be_kept_back_stands_nowhere_in_the_signed_part() {
        SdJwt token = issued(Concealment.of("/given_name", "/address/street", "/languages/1"));

        String signed = Json.text(token.token().claims());
        assertThat(signed).doesNotContain("Ada", "Main 1", "\"en\"", "given_name", "street");
        assertThat(signed).contains("Höchst", "\"de\"");
    }

    @Test
    void nothing_shown_leaves_the_rest() {
        SdJwt token = issued(Concealment.of("/given_name", "/address", "/languages/0", "/languages/2"));

        JsonObject claims = reread(token.presenting(Set.of())).disclosed().claims();

        assertThat(claims.keySet()).containsExactlyInAnyOrder("vct", "iss", "iat", "languages", "award");
        assertThat(claims.getJsonArray("languages")).hasSize(1);
    }

    @Test
    void a_claim_inside_one_that_is_kept_back_brings_what_leads_to_it() {
        SdJwt token = issued(Concealment.of(
                "/award", "/award/grade", "/award/grade/value", "/award/name", "/languages/2", "/languages/2/0"));

        JsonObject grade = reread(token.presenting(Set.of(ClaimPath.of("/award/grade/value"))))
                .disclosed()
                .claims()
                .getJsonObject("award");
        JsonObject list = reread(token.presenting(Set.of(ClaimPath.of("/languages/2"))))
                .disclosed()
                .claims();

        assertThat(grade).isEqualTo(Json.object("{\"grade\":{\"scale\":\"A-F\",\"value\":\"A\"}}"));
        assertThat(list.getJsonArray("languages").toString()).isEqualTo("[\"de\",\"en\",[\"y\"]]");
    }

    @Test
    void decoys_hide_how_much_is_kept_back() {
        SdJwt token = issued(Concealment.of("/given_name", "/languages/0").withDecoys(4));

        assertThat(token.token().claims().getJsonArray("_sd")).hasSize(5);
        assertThat(token.token().claims().getJsonArray("languages")).hasSize(7);
    }

    @Test
    void no_two_salts_or_digests_are_alike() {
        Set<String> digests = Stream.generate(() -> issued(Concealment.of("/given_name")))
                .limit(50)
                .map(token -> token.token().claims().getJsonArray("_sd").getString(0))
                .collect(Collectors.toSet());

        assertThat(digests).hasSize(50);
    }

    @Test
    void the_digests_are_those_of_the_standards_examples() {
        String familyName = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
        String france = "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0";

        assertThat(Disclosure.read(familyName).name()).contains("family_name");
        assertThat(Digests.STANDARD.of(familyName)).isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
        assertThat(Disclosure.read(france).name()).isEmpty();
        assertThat(Digests.STANDARD.of(france)).isEqualTo("w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs");
    }

    @Test
    void the_holder_proves_possession() {
        SdJwt shown = reread(bound().bound(CHALLENGE, Badges.NOW, HOLDER));

        assertThat(shown.isBound()).isTrue();
        assertThat(shown.bindingProblem(Optional.of(CHALLENGE), Badges.NOW)).isEmpty();
        assertThat(shown.bindingProblem(Optional.empty(), Badges.NOW.plus(Duration.ofDays(9))))
                .isEmpty();
    }

    @Test
    void a_proof_of_possession_is_good_for_one_challenge_one_moment_and_one_choice() {
        SdJwt shown = bound().bound(CHALLENGE, Badges.NOW, HOLDER);
        String[] parts = shown.compact().split("~", -1);
        SdJwt fewer = SdJwt.read(parts[0] + "~" + parts[parts.length - 1]);

        assertThat(problem(shown, Challenge.of("https://verifier.example", "n-2")))
                .contains(KeyBindingProblem.OTHER_CHALLENGE);
        assertThat(problem(shown, Challenge.of("https://other.example", "n-1")))
                .contains(KeyBindingProblem.OTHER_CHALLENGE);
        assertThat(shown.bindingProblem(Optional.of(CHALLENGE), Badges.NOW.plusSeconds(301)))
                .contains(KeyBindingProblem.TIME);
        assertThat(shown.bindingProblem(Optional.of(CHALLENGE), Badges.NOW.minusSeconds(301)))
                .contains(KeyBindingProblem.TIME);
        assertThat(problem(fewer, CHALLENGE)).contains(KeyBindingProblem.OTHER_PRESENTATION);
    }

    @Test
    void only_the_key_it_was_issued_to_proves_possession() {
        SdJwt thief = bound().bound(CHALLENGE, Badges.NOW, Badges.STRANGER.signer("x"));
        SdJwt nobodys = issued(Concealment.of("/given_name")).bound(CHALLENGE, Badges.NOW, HOLDER);

        assertThat(problem(thief, CHALLENGE)).contains(KeyBindingProblem.SIGNATURE);
        assertThat(problem(nobodys, CHALLENGE)).contains(KeyBindingProblem.NO_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vct", "/iss", "/cnf", "/cnf/jwk", "/nothing", "/languages/9"})
    void what_a_verifier_needs_cannot_be_kept_back_nor_what_is_not_there(String pointer) {
        JsonObject claims = SdJwtVc.boundTo(Badges.EMPLOYER.publicKey(), CLAIMS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SdJwtVc.issue(claims, Concealment.of(pointer), ISSUER, new SecureRandom()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"vct\":\"x\",\"_sd\":[]}", "{\"vct\":\"x\",\"a\":{\"...\":\"b\"}}", "{\"a\":1}"})
    void claims_with_reserved_names_or_without_a_type_are_not_issued(String claims) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SdJwtVc.issue(Json.object(claims), Concealment.of(), ISSUER, new SecureRandom()));
    }

    private static Optional<KeyBindingProblem> problem(SdJwt token, Challenge challenge) {
        return token.bindingProblem(Optional.of(challenge), Badges.NOW);
    }

    private static SdJwt bound() {
        JsonObject claims = SdJwtVc.boundTo(Badges.EMPLOYER.publicKey(), CLAIMS);
        return SdJwtVc.issue(claims, Concealment.of("/given_name", "/address"), ISSUER, new SecureRandom())
                .presenting(Set.of(ClaimPath.of("/given_name")));
    }

    private static SdJwt issued(Concealment concealment) {
        return SdJwtVc.issue(CLAIMS, concealment, ISSUER, new SecureRandom());
    }

    private static SdJwt reread(SdJwt token) {
        assertThat(SdJwt.looksLikeOne(token.compact())).isTrue();
        return SdJwt.read(token.compact());
    }
}
