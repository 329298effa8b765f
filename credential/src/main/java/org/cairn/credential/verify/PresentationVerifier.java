package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.VerificationOptions;
import org.cairn.credential.verify.NotACredentialException.Code;

/// Verifies what a holder presents: the presentation's own proofs, and each credential in it on its own.
/// Thread-safe.
public final class PresentationVerifier {

    /// More than anybody would show at once.
    private static final int MAX_CREDENTIALS = 50;

    private final ProofVerifier proofs;
    private final Verifier credentials;

    public PresentationVerifier(ProofVerifier proofs, Verifier credentials) {
        this.proofs = proofs;
        this.credentials = credentials;
    }

    /// @param options what was asked for; start with [VerificationOptions#presentedAt] and add domain and
    ///     challenge
    /// @throws NotACredentialException when it is no presentation, or holds something that is no credential
    /// @throws TooLargeException when one of the credentials is too large to look at
    public PresentationReport verify(JsonObject presentation, VerificationOptions options) {
        return new PresentationReport(
                proofs.verify(presentation, options), holder(presentation), credentials(presentation, options));
    }

    /// The same for a presentation in a signed token, whose `aud` and `nonce` are its domain and challenge.
    ///
    /// @throws NotACredentialException when it secures no presentation, or one that holds something else
    /// @throws TooLargeException when one of the credentials is too large to look at
    public PresentationReport verify(Jws token, VerificationOptions options) {
        PresentationToken presentation = PresentationToken.read(token);
        return new PresentationReport(
                proofs.verify(presentation, options),
                presentation.holder(),
                credentials(presentation.presentation(), options));
    }

    private List<VerificationReport> credentials(JsonObject presentation, VerificationOptions options) {
        List<JsonValue> contained = Json.list(presentation, "verifiableCredential");
        boolean isOne = Intake.isOfCredentials(presentation)
                && Json.strings(presentation, "type").contains("VerifiablePresentation");
        if (!isOne || contained.size() > MAX_CREDENTIALS) {
            throw new NotACredentialException(Code.NOT_A_CREDENTIAL, "the JSON is no verifiable presentation");
        }
        Verifier then = credentials.asOf(options.now());
        return contained.stream().map(value -> then.verify(bytes(value), "")).toList();
    }

    static Optional<String> holder(JsonObject presentation) {
        return Json.string(presentation, "holder")
                .or(() -> Json.member(presentation, "holder").flatMap(holder -> Json.string(holder, "id")));
    }

    private static byte[] bytes(JsonValue credential) {
        return switch (credential) {
            case JsonObject object -> Json.bytes(object);
            case JsonString token -> token.getString().getBytes(StandardCharsets.UTF_8);
            default -> throw new NotACredentialException(Code.NOT_A_CREDENTIAL, "neither an object nor a token");
        };
    }
}
