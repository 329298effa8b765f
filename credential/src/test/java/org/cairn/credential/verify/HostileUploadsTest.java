package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.credential.Badges;
import org.cairn.credential.OldBadges;
import org.cairn.credential.RsaSigner;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.jose.JoseCredential;
import org.cairn.credential.jose.OpenBadgeJwt;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;
import org.cairn.credential.sdjwt.Concealment;
import org.cairn.credential.sdjwt.SdJwtVc;

/// Every kind of upload, mutilated: a refusal or a report, never another exception, and nothing changed ever passes.
class HostileUploadsTest {

    private static final RsaSigner OLD_KEY = new RsaSigner("unused");
    private static final Signer UNIVERSITY = Badges.UNIVERSITY.signer(Badges.UNIVERSITY.didKeyMethod());
    private static final List<String> TOKENS = List.of(
            OpenBadgeJwt.sign(Badges.aBadge().toJson(), UNIVERSITY).compact(),
            JoseCredential.sign(Badges.aBadge().toJson(), UNIVERSITY).compact(),
            OldBadges.signed(OLD_KEY),
            SdJwtVc.issue(
                            Json.object("{\"vct\": \"urn:x\", \"name\": \"Data ethics\", \"list\": [1, 2]}"),
                            Concealment.of("/name", "/list/0"),
                            UNIVERSITY,
                            new SecureRandom())
                    .compact());
    private static final List<byte[]> UPLOADS = List.of(
            Json.bytes(OldBadges.hosted()),
            OldBadges.bakedPng(OldBadges.signed(OLD_KEY)),
            OldBadges.bakedSvg(Json.text(OldBadges.hosted())),
            OldBadges.bakedPng(OldBadges.ASSERTION.toString()),
            Json.bytes(Badges.signed(Badges.aBadge())));

    private final Verifier verifier = Checking.verifier(OldBadges.web(OLD_KEY));

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.of(TOKENS);
    }

    @Provide
    Arbitrary<byte[]> uploads() {
        return Arbitraries.of(UPLOADS);
    }

    @Property(tries = 400)
    void a_token_with_another_character_never_passes(@ForAll("tokens") String token, @ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder changed = new StringBuilder(token);
        int at = random.nextInt(token.length());
        changed.setCharAt(at, other(token.charAt(at), random));

        assertThat(passes(changed.toString().getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    /// What is inside the token is no longer what it was, and still of the form of a token.
    @Property(tries = 400)
    void a_token_with_a_mutilated_payload_never_passes(@ForAll("tokens") String token, @ForAll long seed) {
        String[] parts = token.split("\\.", 3);
        int part = Math.floorMod(seed, 2);
        parts[part] = Base64Url.encode(mutilated(Base64Url.decode(parts[part]), new Random(seed)));

        assertThat(passes(String.join(".", parts).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(String.join(".", parts).equals(token));
    }

    @Property(tries = 600)
    void a_mutilated_upload_is_refused_or_reported(@ForAll("uploads") byte[] upload, @ForAll long seed) {
        byte[] changed = mutilated(upload, new Random(seed));

        assertThat(answer(changed)).isNotEmpty();
    }

    private boolean passes(byte[] upload) {
        return answer(upload).equals(Verdict.VALID.name());
    }

    private String answer(byte[] upload) {
        try {
            return verifier.verify(upload, "").verdict().name();
        } catch (NotACredentialException e) {
            return e.code().name();
        } catch (TooLargeException e) {
            return "TOO_LARGE";
        }
    }

    private static char other(char character, Random random) {
        String alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~ =";
        char other = alphabet.charAt(random.nextInt(alphabet.length()));
        return other == character ? '!' : other;
    }

    /// Some bytes exchanged, a stretch repeated or left out.
    private static byte[] mutilated(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        for (int times = random.nextInt(4); times >= 0; times--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        int cut = random.nextInt(changed.length);
        int length = random.nextInt(Math.min(40, changed.length - cut));
        return switch (random.nextInt(3)) {
            case 0 -> joined(changed, 0, cut, cut + length, changed.length);
            case 1 -> joined(changed, 0, cut + length, cut, changed.length);
            default -> changed;
        };
    }

    private static byte[] joined(byte[] bytes, int from, int to, int next, int end) {
        byte[] joined = new byte[to - from + end - next];
        System.arraycopy(bytes, from, joined, 0, to - from);
        System.arraycopy(bytes, next, joined, to - from, end - next);
        return joined;
    }
}
