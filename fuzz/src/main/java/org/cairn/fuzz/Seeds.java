package org.cairn.fuzz;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.credential.badge.Achievement;
import org.cairn.credential.badge.Baking;
import org.cairn.credential.badge.Identity;
import org.cairn.credential.badge.Issuer;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.badge.Subject;
import org.cairn.credential.jose.JoseCredential;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.sdjwt.Concealment;
import org.cairn.credential.sdjwt.SdJwt;
import org.cairn.credential.sdjwt.SdJwtVc;
import org.cairn.credential.status.Bitstring;
import org.cairn.credential.status.StatusEntry;
import org.cairn.credential.status.StatusListCredential;

/// Good inputs to start from; what the fuzzer makes of them is another matter.
final class Seeds {
    private static final Instant THEN = Instant.parse("2026-05-01T00:00:00Z");
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect/></svg>";
    /// The smallest picture there is: one pixel.
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");

    private Seeds() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var seed : all().entrySet()) {
            Files.write(folder.resolve(seed.getKey()), seed.getValue());
        }
    }

    private static Map<String, byte[]> all() {
        var key = Ed25519Key.generate(new SecureRandom());
        var signed =
                new DataIntegrity(Contexts.bundled()).sign(badge(key).toJson(), key.signer(key.didKeyMethod()), THEN);
        var list = URI.create("https://uni.example/status/1");
        var bits = Bitstring.empty();
        bits.set(4711, true);
        var status = StatusListCredential.unsigned(
                list, key.didKey(), StatusEntry.REVOCATION, bits, THEN, Duration.ofDays(1));
        var seeds = new LinkedHashMap<String, byte[]>();
        seeds.put("badge", Json.bytes(signed));
        seeds.put("status-list", Json.bytes(status));
        seeds.put("status-entry", Json.bytes(new StatusEntry(list, StatusEntry.REVOCATION, 4711).toJson()));
        seeds.put("bits", text(bits.encode()));
        seeds.put("png", Baking.bakePng(PNG, Json.text(signed)));
        seeds.put("svg", Baking.bakeSvg(text(SVG), Json.text(signed)));
        seeds.put(
                "vc-jwt",
                text(JoseCredential.sign(badge(key).toJson(), key.signer(key.didKeyMethod()))
                        .compact()));
        seeds.put("sd-jwt", text(concealed(key).compact()));
        for (var text : names(key)) {
            seeds.put("name-" + seeds.size(), text(text));
        }
        return seeds;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SdJwt concealed(Ed25519Key key) {
        var claims =
                Json.object("{\"vct\": \"https://uni.example/microcredential\", \"name\": \"Ada\", \"list\": [1, 2]}");
        return SdJwtVc.issue(
                claims, Concealment.of("/name", "/list/1"), key.signer(key.didKeyMethod()), new SecureRandom());
    }

    private static OpenBadge badge(Ed25519Key key) {
        return OpenBadge.of(
                URI.create("urn:uuid:6ba1e2a2-1d6c-4b53-8f4e-0d3c9c1f0001"),
                Issuer.of(key.didKey(), "Example University"),
                Achievement.microcredential(
                        URI.create("https://uni.example/specs/ethics"),
                        "Data ethics",
                        "Weighs the interests of those whose data are used.",
                        Achievement.Criteria.narrative("A project.")),
                Subject.of(Optional.empty(), List.of(Identity.hashedEmail("ada@example.org", "salt"))),
                OpenBadge.Validity.from(THEN));
    }

    private static List<String> names(Ed25519Key key) {
        return List.of(
                key.didKey(),
                key.didKeyMethod(),
                EcKey.generate(Curve.P256, new SecureRandom()).publicMultibase(),
                EcKey.generate(Curve.P384, new SecureRandom()).publicMultibase(),
                "did:web:uni.example%3A8443:issuers:sierra#key-1",
                "did:jwk:eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6IkFBIn0#0");
    }
}
