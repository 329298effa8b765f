package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.credential.datamodel.DataModel;
import org.cairn.credential.datamodel.Problem;
import org.cairn.credential.did.DidResolver;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.ContentException;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.Proof;
import org.cairn.credential.proof.ProofResult;
import org.cairn.credential.proof.VerificationOptions;
import org.cairn.credential.verify.Check;
import org.cairn.credential.verify.Finding;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.NotACredentialException;
import org.cairn.credential.verify.StatusListSource;
import org.cairn.credential.verify.TooLargeException;
import org.cairn.credential.verify.Verifier;
import org.cairn.server.vcapi.Body.Options;
import org.springframework.stereotype.Service;

/// Verifies credentials of any issuer: the form, every proof, the period, the status. Whether the issuer controls the
/// key is left to the caller, and so is whether it is an Open Badge.
@Service
class Verifying {
    private static final String ENVELOPE = "EnvelopedVerifiableCredential";
    private static final Set<Check> CHECKS = Set.of(Check.INTEGRITY, Check.ISSUER, Check.STATUS, Check.VALIDITY_PERIOD);

    private final Verifier verifier;
    private final DataIntegrity integrity;
    private final Lists lists;
    private final InstantSource time;

    Verifying(
            Vocabularies vocabularies,
            DidResolver dids,
            Outside outside,
            StatusListSource house,
            Lists lists,
            InstantSource time) {
        this.verifier = new Verifier(vocabularies.contexts(), dids, outside, time)
                .withStatusLists(address -> lists.own(address).or(() -> house.list(address)));
        this.integrity = vocabularies.integrity();
        this.lists = lists;
        this.time = time;
    }

    /// Everything that stands against it; nothing when it verifies.
    ///
    /// @param pointer where it stands in the request
    List<Trouble> credential(JsonObject credential, Options options, String pointer) {
        var enveloped = Json.strings(credential, "type").contains(ENVELOPE);
        List<Problem> problems =
                enveloped ? DataModel.envelope(credential) : DataModel.credentialOfAnyVersion(credential);
        if (!problems.isEmpty()) {
            return Troubles.of(problems, pointer);
        }
        try {
            var report = verifier.verify(Json.bytes(credential), "application/json");
            var inner = Troubles.of(DataModel.credentialOfAnyVersion(report.credential()), pointer);
            var found = report.findings().stream()
                    .filter(finding -> isAsked(finding, options) && Troubles.isOfConcern(finding))
                    .map(finding -> Troubles.of(finding, pointer));
            return Stream.of(
                            inner.stream(),
                            found,
                            ownStatus(report.credential(), options, pointer),
                            expectations(credential, options, pointer))
                    .flatMap(troubles -> troubles)
                    .toList();
        } catch (NotACredentialException | TooLargeException e) {
            return List.of(Trouble.at(pointer, Trouble.Type.PARSING_ERROR, "vcapi.credential.unreadable"));
        }
    }

    private boolean isAsked(Finding finding, Options options) {
        if (!CHECKS.contains(finding.check())) {
            return false;
        }
        var ownList = finding.code() == FindingCode.STATUS_LIST_ISSUER_DIFFERS
                && lists.isOwn(finding.args().getFirst());
        return finding.check() != Check.STATUS || (!ownList && wantsStatus(options));
    }

    private static boolean wantsStatus(Options options) {
        return options.wants("credentialStatus", "status", "statusList");
    }

    /// What our own lists say, whoever the credential names as its issuer.
    private Stream<Trouble> ownStatus(JsonObject credential, Options options, String pointer) {
        return wantsStatus(options)
                ? Json.objects(credential, "credentialStatus").stream()
                        .filter(lists::isSet)
                        .map(entry -> Trouble.at(
                                pointer + "/credentialStatus",
                                Trouble.Type.STATUS_VERIFICATION_ERROR,
                                "vcapi.status.set",
                                Json.string(entry, "statusPurpose").orElse("?")))
                : Stream.empty();
    }

    /// What the caller expects of the proofs beyond that they hold, and the Data Model of what they cover.
    private Stream<Trouble> expectations(JsonObject credential, Options options, String pointer) {
        var expected = expected(options, DataIntegrity.PURPOSE);
        List<Trouble> troubles = new ArrayList<>();
        for (var proof : Json.objects(credential, "proof")) {
            if (Proof.read(proof) instanceof Proof.Checkable checkable) {
                DataIntegrity.expected(checkable, expected)
                        .map(broken -> broken(broken, pointer + "/proof"))
                        .ifPresent(troubles::add);
                linkedData(credential, checkable, pointer).ifPresent(troubles::add);
            }
        }
        return troubles.stream();
    }

    private Optional<Trouble> linkedData(JsonObject credential, Proof.Checkable proof, String pointer) {
        try {
            if (Signatures.isPlainJson(proof.suite())) {
                integrity.checkLinkedData(credential);
            }
            return Optional.empty();
        } catch (ContentException e) {
            return Optional.of(Troubles.of(e.code(), e.detail(), pointer));
        }
    }

    VerificationOptions expected(Options options, String purpose) {
        var expected = VerificationOptions.at(time.instant())
                .withPurpose(options.text("expectedProofPurpose").orElse(purpose))
                .withDomain(Set.copyOf(options.texts("domain")));
        Optional<String> challenge = options.text("challenge");
        return challenge.isPresent() ? expected.withChallenge(challenge.get()) : expected;
    }

    static Trouble broken(ProofResult.Broken broken, String pointer) {
        var type = switch (broken.problem()) {
            case DOMAIN -> Trouble.Type.INVALID_DOMAIN_ERROR;
            case CHALLENGE -> Trouble.Type.INVALID_CHALLENGE_ERROR;
            case MALFORMED, PURPOSE, CHAIN, CRYPTOSUITE, EXPIRED, FROM_FUTURE -> Trouble.Type.PROOF_VERIFICATION_ERROR;
            case SIGNATURE -> Trouble.Type.CRYPTOGRAPHIC_SECURITY_ERROR;
        };
        return Trouble.at(pointer, type, "vcapi.proof." + broken.problem(), broken.detail());
    }
}
