package org.cairn.server.verify;

import jakarta.json.JsonObject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.KeyType;
import org.cairn.credential.key.Signer;

/// An issuer that still has Open Badges 2.0: its profile, a badge and a key lie on the web server of another.
final class OldBadgeSite {
    private final ForeignIssuer host;
    private final KeyPair pair;

    OldBadgeSite(ForeignIssuer host) throws GeneralSecurityException {
        this.host = host;
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.pair = generator.generateKeyPair();
        publish("/old/issuer", """
                {"type": "Issuer", "name": "Old School", "publicKey": "%s"}""".formatted(address("/old/key")));
        publish("/old/badge", """
                {"type": "BadgeClass", "name": "Welding", "description": "Can weld.", "issuer": "%s",
                 "image": "https://old.example/welding.png", "criteria": {"narrative": "Weld."}}""".formatted(address("/old/issuer")));
        publish("/old/key", """
                {"type": "CryptographicKey", "owner": "%s", "publicKeyPem": "%s"}""".formatted(address("/old/issuer"), pem()));
        publish("/old/assertion", assertion("HostedBadge", ""));
    }

    URI assertionAddress() {
        return address("/old/assertion");
    }

    JsonObject hosted() {
        return document("/old/assertion", assertion("HostedBadge", ""));
    }

    String signed() {
        var means = ", \"creator\": \"" + address("/old/key") + "\"";
        return Jws.sign(
                        JsonObject.EMPTY_JSON_OBJECT,
                        document("/old/signed", assertion("SignedBadge", means)),
                        new RsaSigner(pair))
                .compact();
    }

    void takeTheAssertionAway() {
        host.takeAway("/old/assertion");
    }

    private String assertion(String means, String more) {
        return """
                {"type": "Assertion", "badge": "%s", "issuedOn": "2019-06-01T12:00:00Z",
                 "recipient": {"type": "email", "hashed": false, "identity": "ada@example.org"},
                 "verification": {"type": "%s"%s}}""".formatted(address("/old/badge"), means, more);
    }

    private void publish(String path, String json) {
        var document = document(path, json);
        host.serve(path, "application/ld+json", () -> Json.bytes(document));
    }

    private JsonObject document(String path, String json) {
        return Json.PROVIDER
                .createObjectBuilder(Json.object(json))
                .add("@context", "https://w3id.org/openbadges/v2")
                .add("id", address(path).toString())
                .build();
    }

    private URI address(String path) {
        return host.publicAddress(path);
    }

    private String pem() {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\\n" + base64.replace("\n", "\\n") + "\\n-----END PUBLIC KEY-----\\n";
    }

    private record RsaSigner(KeyPair pair) implements Signer {
        @Override
        public String verificationMethod() {
            return "unused";
        }

        @Override
        public KeyType keyType() {
            return KeyType.RSA;
        }

        @Override
        public byte[] sign(byte[] message) {
            try {
                var rsa = Signature.getInstance("SHA256withRSA");
                rsa.initSign(pair.getPrivate());
                rsa.update(message);
                return rsa.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
