package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.datamodel.DataModel;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.Proof;
import org.cairn.credential.proof.ProofResult;
import org.cairn.server.vcapi.Body.Options;
import org.springframework.stereotype.Service;

/// Verifies presentations: the form, each proof by which the holder presents, and each credential in it.
@Service
class Presentations {
    private static final String POINTER = "/verifiablePresentation";
    private static final String CREDENTIALS = "verifiableCredential";
    private static final int MAX_PROOFS = 5;
    private static final int MAX_CREDENTIALS = 50;

    private final Verifying verifying;
    private final DataIntegrity integrity;
    private final HolderKeys keys;

    Presentations(Verifying verifying, Vocabularies vocabularies, DidResolver dids) {
        this.verifying = verifying;
        this.integrity = vocabularies.integrity();
        this.keys = new HolderKeys(dids);
    }

    /// Everything that stands against it; nothing when it and all it presents verify.
    List<Trouble> check(JsonObject presentation, Options options) {
        var problems = DataModel.presentationOfAnyVersion(presentation);
        if (!problems.isEmpty()) {
            return Troubles.of(problems, POINTER);
        }
        var troubles = new ArrayList<>(proofs(presentation, options));
        var credentials = Json.objects(presentation, CREDENTIALS);
        if (credentials.size() > MAX_CREDENTIALS) {
            troubles.add(Trouble.at(
                    POINTER + "/" + CREDENTIALS, Trouble.Type.RANGE_ERROR, "vcapi.presentation.many", MAX_CREDENTIALS));
            return troubles;
        }
        for (int i = 0; i < credentials.size(); i++) {
            troubles.addAll(
                    credential(presentation, credentials.get(i), options, POINTER + "/" + CREDENTIALS + "/" + i));
        }
        return troubles;
    }

    private List<Trouble> proofs(JsonObject presentation, Options options) {
        var proofs = Json.objects(presentation, "proof");
        if (proofs.isEmpty() || proofs.size() > MAX_PROOFS) {
            return List.of(Trouble.at(
                    POINTER + "/proof",
                    Trouble.Type.CRYPTOGRAPHIC_SECURITY_ERROR,
                    "vcapi.presentation.proofs",
                    MAX_PROOFS));
        }
        return proofs.stream()
                .flatMap(proof -> switch (Proof.read(proof)) {
                    case Proof.Unreadable(var problem, var detail) ->
                        Optional.of(Verifying.broken(new ProofResult.Broken(problem, detail), POINTER + "/proof"))
                                .stream();
                    case Proof.Checkable checkable -> proof(presentation, checkable, options).stream();
                })
                .toList();
    }

    private Optional<Trouble> proof(JsonObject presentation, Proof.Checkable proof, Options options) {
        var expected = verifying.expected(options, DataIntegrity.PRESENTING);
        var key = keys.find(proof.verificationMethod(), expected.purpose());
        if (key.isEmpty()) {
            return Optional.of(Trouble.at(
                    POINTER + "/proof/verificationMethod",
                    Trouble.Type.INVALID_VERIFICATION_METHOD,
                    "vcapi.presentation.key"));
        }
        return switch (integrity.verify(presentation, proof, key.get(), expected)) {
            case ProofResult.Intact _ -> Optional.empty();
            case ProofResult.Broken broken -> Optional.of(Verifying.broken(broken, POINTER + "/proof"));
            case ProofResult.Unprocessable(var code, var detail) -> Optional.of(Troubles.of(code, detail, POINTER));
        };
    }

    private List<Trouble> credential(JsonObject presentation, JsonObject credential, Options options, String pointer) {
        var troubles = new ArrayList<>(verifying.credential(credential, options.onlyChecks(), pointer));
        if (isSelfAsserted(presentation, credential)
                && !id(presentation, "holder").equals(id(credential, "issuer"))) {
            troubles.add(
                    Trouble.at(pointer + "/issuer", Trouble.Type.MALFORMED_VALUE_ERROR, "vcapi.presentation.holder"));
        }
        return troubles;
    }

    /// 4.13.4 of the Data Model: what holders say of themselves is secured by the very key they present with; then
    /// holder and issuer have to be the same.
    private static boolean isSelfAsserted(JsonObject presentation, JsonObject credential) {
        var issuer = id(credential, "issuer");
        return Json.objects(presentation, "proof").stream()
                .flatMap(proof -> Json.string(proof, "verificationMethod").stream())
                .map(HolderKeys::controller)
                .anyMatch(controller -> issuer.equals(Optional.of(controller)));
    }

    private static Optional<String> id(JsonObject object, String member) {
        return Json.string(object, member)
                .or(() -> Json.member(object, member).flatMap(named -> Json.string(named, "id")));
    }
}
