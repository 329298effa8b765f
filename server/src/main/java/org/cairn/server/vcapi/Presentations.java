package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cairn.credential.datamodel.DataModel;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.verify.NotACredentialException;
import org.cairn.credential.verify.PresentationToken;
import org.cairn.credential.verify.ProofReport;
import org.cairn.credential.verify.ProofVerifier;
import org.cairn.server.vcapi.Body.Options;
import org.springframework.stereotype.Service;

/// Verifies presentations: the form, each proof by which the holder presents, and each credential in it. What holders
/// say of themselves (VC Data Model 2.0, section 4.13.4) needs a proof of its own like any other credential; with one,
/// it
/// is no matter whether the presentation names its holder.
@Service
class Presentations {
    private static final String POINTER = "/verifiablePresentation";
    private static final String CREDENTIALS = "verifiableCredential";
    private static final String ENVELOPE = "EnvelopedVerifiablePresentation";
    private static final String TOKEN = "data:application/vp+jwt,";
    private static final int MAX_CREDENTIALS = 50;

    private final Verifying verifying;
    private final ProofVerifier proofs;

    Presentations(Verifying verifying, Vocabularies vocabularies, DidResolver dids, Outside outside) {
        this.verifying = verifying;
        this.proofs = new ProofVerifier(vocabularies.integrity(), dids, outside);
    }

    /// Everything that stands against it; nothing when it and all it presents verify.
    List<Trouble> check(JsonObject presentation, Options options) {
        if (isEnvelope(presentation)) {
            return enveloped(presentation, options);
        }
        var expected = verifying.expected(options, DataIntegrity.PRESENTING);
        return check(presentation, () -> proofs.verify(presentation, expected), options);
    }

    /// A presentation in a signed token, wrapped into an object.
    private List<Trouble> enveloped(JsonObject envelope, Options options) {
        var problems = DataModel.envelope(envelope);
        if (!problems.isEmpty()) {
            return Troubles.of(problems, POINTER);
        }
        var expected = verifying.expected(options, DataIntegrity.PRESENTING);
        return token(envelope.getString("id"))
                .filter(token -> !isEnvelope(token.presentation()))
                .map(token -> check(token.presentation(), () -> proofs.verify(token, expected), options))
                .orElseGet(() -> List.of(
                        Trouble.at(POINTER + "/id", Trouble.Type.PARSING_ERROR, "vcapi.presentation.unreadable")));
    }

    private static boolean isEnvelope(JsonObject presentation) {
        return Json.strings(presentation, "type").contains(ENVELOPE);
    }

    private static Optional<PresentationToken> token(String address) {
        try {
            return Optional.of(address)
                    .filter(data -> data.startsWith(TOKEN))
                    .map(data -> PresentationToken.read(Jws.read(data.substring(TOKEN.length()))));
        } catch (MalformedTokenException | NotACredentialException e) {
            return Optional.empty();
        }
    }

    private List<Trouble> check(JsonObject presentation, Supplier<ProofReport> proof, Options options) {
        var problems = DataModel.presentationOfAnyVersion(presentation);
        if (!problems.isEmpty()) {
            return Troubles.of(problems, POINTER);
        }
        var report = proof.get();
        var troubles = new ArrayList<>(report.objections().stream()
                .map(finding -> Troubles.of(finding, POINTER + "/proof"))
                .toList());
        var credentials = Json.objects(presentation, CREDENTIALS);
        if (credentials.size() > MAX_CREDENTIALS) {
            troubles.add(Trouble.at(
                    POINTER + "/" + CREDENTIALS, Trouble.Type.RANGE_ERROR, "vcapi.presentation.many", MAX_CREDENTIALS));
            return troubles;
        }
        for (int i = 0; i < credentials.size(); i++) {
            var pointer = POINTER + "/" + CREDENTIALS + "/" + i;
            troubles.addAll(verifying.credential(credentials.get(i), options.onlyChecks(), pointer));
        }
        return troubles;
    }
}
