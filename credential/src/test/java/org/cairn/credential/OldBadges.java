package org.cairn.credential;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;

/// An Open Badges 2.0 issuer and what it publishes.
public final class OldBadges {

    public static final URI ASSERTION = URI.create("https://old.example.edu/assertions/1");
    public static final URI BADGE = URI.create("https://old.example.edu/badges/1");
    public static final URI ISSUER = URI.create("https://old.example.edu/issuer");
    public static final URI KEY = URI.create("https://old.example.edu/key");
    public static final URI REVOCATIONS = URI.create("https://old.example.edu/revocations");

    private OldBadges() {}

    public static JsonObject hosted() {
        return Json.object("""
                {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "%s", "badge": "%s",
                 "recipient": {"type": "email", "hashed": true, "salt": "deadsea", "identity": "sha256$%s"},
                 "verification": {"type": "HostedBadge"}, "issuedOn": "2019-06-01T12:00:00Z"}""".formatted(ASSERTION, BADGE, sha256("ada@example.orgdeadsea")));
    }

    public static JsonObject signedClaims() {
        return Json.object("""
                {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "urn:uuid:0a1b", "badge": "%s",
                 "recipient": {"type": "email", "hashed": false, "identity": "ada@example.org"},
                 "verification": {"type": "SignedBadge", "creator": "%s"},
                 "issuedOn": "2019-06-01T12:00:00Z"}""".formatted(BADGE, KEY));
    }

    public static String signed(RsaSigner key) {
        return Jws.sign(JsonObject.EMPTY_JSON_OBJECT, signedClaims(), key).compact();
    }

    public static JsonObject badge() {
        return Json.object("""
                {"@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass", "id": "%s", "name": "Welding",
                 "description": "Can weld.", "image": "https://old.example.edu/welding.png",
                 "criteria": {"narrative": "Weld."}, "issuer": "%s"}""".formatted(BADGE, ISSUER));
    }

    public static JsonObject issuer() {
        return Json.object("""
                {"@context": "https://w3id.org/openbadges/v2", "type": "Issuer", "id": "%s", "name": "Old School",
                 "url": "https://old.example.edu", "publicKey": "%s", "revocationList": "%s"}""".formatted(ISSUER, KEY, REVOCATIONS));
    }

    public static JsonObject key(URI place, RsaSigner key) {
        return Json.object("""
                {"@context": "https://w3id.org/openbadges/v2", "type": "CryptographicKey", "id": "%s", "owner": "%s",
                 "publicKeyPem": "%s"}""".formatted(place, ISSUER, pem(key)));
    }

    public static JsonObject revocations(String revoked) {
        return Json.object("""
                {"@context": "https://w3id.org/openbadges/v2", "type": "RevocationList", "id": "%s", "issuer": "%s",
                 "revokedAssertions": %s}""".formatted(REVOCATIONS, ISSUER, revoked.replace('\'', '"')));
    }

    public static FakeOutside web(RsaSigner key) {
        return new FakeOutside()
                .with(ASSERTION, hosted())
                .with(BADGE, badge())
                .with(ISSUER, issuer())
                .with(KEY, key(KEY, key))
                .with(REVOCATIONS, revocations("[]"));
    }

    /// A one-pixel picture with the text in it, as Open Badges 2.0 bakes.
    public static byte[] bakedPng(String content) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(HexFormat.of().parseHex("89504e470d0a1a0a"));
        png.writeBytes(chunk("IHDR", HexFormat.of().parseHex("00000001000000010800000000")));
        png.writeBytes(chunk("iTXt", ("openbadges\0\0\0\0\0" + content).getBytes(StandardCharsets.UTF_8)));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    public static byte[] bakedSvg(String content) {
        String element = content.startsWith("{")
                ? "<openbadges:assertion><![CDATA[" + content + "]]></openbadges:assertion>"
                : "<openbadges:assertion verify=\"" + content + "\"/>";
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"http://openbadges.org\">" + element
                + "</svg>";
        return svg.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = ByteBuffer.allocate(data.length + 4)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    /// The key as `SubjectPublicKeyInfo`, written by hand: the library only reads it.
    private static String pem(RsaSigner key) {
        JsonObject jwk = key.publicKey().toJwk();
        byte[] numbers = der(0x30, join(integer(jwk.getString("n")), integer(jwk.getString("e"))));
        byte[] algorithm = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
        byte[] info = der(0x30, join(algorithm, der(0x03, join(new byte[1], numbers))));
        return "-----BEGIN PUBLIC KEY-----\\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(info)
                        .replace("\n", "\\n")
                + "\\n-----END PUBLIC KEY-----\\n";
    }

    private static byte[] integer(String base64url) {
        return der(0x02, new BigInteger(1, Base64Url.decode(base64url)).toByteArray());
    }

    private static byte[] der(int tag, byte[] content) {
        byte[] length = content.length < 128
                ? new byte[] {(byte) content.length}
                : content.length < 256
                        ? new byte[] {(byte) 0x81, (byte) content.length}
                        : new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return join(new byte[] {(byte) tag}, join(length, content));
    }

    private static byte[] join(byte[] a, byte[] b) {
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
