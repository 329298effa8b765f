package org.cairn.credential.verify;

import static org.cairn.credential.verify.SignatureCheck.integrity;
import static org.cairn.credential.verify.SignatureCheck.issuerFinding;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.sdjwt.SdJwtVc;

/// SD-JWT VC: the issuer's signature, its key, the claims a verifier needs, and the proof of who shows it.
final class SelectiveCheck {

    private final IssuerKeys keys;
    private final WebIssuers webIssuers;
    private final TokenStatusCheck status;

    SelectiveCheck(IssuerKeys keys, Outside outside) {
        this.keys = keys;
        this.webIssuers = new WebIssuers(outside);
        this.status = new TokenStatusCheck(outside, this::key);
    }

    VerificationReport report(Upload.Selective upload, Expectations expectations, Instant now) {
        JsonObject claims = upload.disclosed().claims();
        JsonObject view = view(claims);
        BadgeSummary summary = BadgeSummary.ofBadge(view);
        List<Finding> findings = new ArrayList<>(signature(upload, now));
        findings.add(status.check(claims, issuer(upload.token().token(), claims), now));
        findings.add(PeriodCheck.check(view, now));
        findings.add(SdJwtVc.fault(upload.disclosed())
                .map(claim -> Finding.of(Check.SCHEMA, FindingCode.SD_JWT_VC_VIOLATED, claim))
                .orElseGet(() -> Finding.of(Check.SCHEMA, FindingCode.SD_JWT_VC_CONFORMS)));
        findings.add(Finding.of(Check.ENDORSEMENTS, FindingCode.ENDORSEMENTS_NONE));
        findings.add(HolderCheck.possession(upload.token(), expectations, now));
        HolderCheck.recipient(summary.recipients(), expectations).ifPresent(findings::add);
        return VerificationReport.of(findings, summary, claims);
    }

    private List<Finding> signature(Upload.Selective upload, Instant now) {
        Jws token = upload.token().token();
        JsonObject claims = upload.disclosed().claims();
        String issuer = issuer(token, claims);
        Optional<String> fault = SdJwtVc.isTyped(upload.token()) ? token.criticalMember() : Optional.of("typ");
        if (fault.isPresent()) {
            return unchecked(integrity(FindingCode.SD_JWT_MALFORMED, fault.get()));
        }
        if (!token.hasKnownAlgorithm()) {
            return unchecked(integrity(FindingCode.JWS_ALGORITHM_UNSUPPORTED, token.algorithm()));
        }
        return switch (key(token, issuer)) {
            case KeyLookup.Failed(FindingCode code, String about) ->
                List.of(integrity(FindingCode.KEY_NOT_AVAILABLE), issuerFinding(code, about));
            case KeyLookup.OtherKind(String kind) -> unchecked(integrity(FindingCode.KEY_UNSUPPORTED, kind));
            case KeyLookup.Found found ->
                List.of(
                        integrity(
                                token.problem(found.key()).isEmpty()
                                        ? FindingCode.PROOF_VALID
                                        : FindingCode.JWS_INVALID),
                        SignatureCheck.issuer(issuer, found, signedAt(claims, now)));
        };
    }

    private static List<Finding> unchecked(Finding integrity) {
        return List.of(integrity, issuerFinding(FindingCode.ISSUER_NOT_CHECKED));
    }

    /// Without `iss`, whoever owns the key is the issuer.
    private static String issuer(Jws token, JsonObject claims) {
        return Json.string(claims, "iss")
                .orElseGet(() -> Json.string(token.header(), "kid").orElse("").split("[#?/]", 2)[0]);
    }

    private KeyLookup key(Jws token, String issuer) {
        String kid = Json.string(token.header(), "kid").orElse("");
        if (token.header().containsKey("x5c")) {
            return new KeyLookup.OtherKind("x5c");
        }
        if (kid.startsWith("did:")) {
            return keys.find(kid);
        }
        if (issuer.startsWith("did:")) {
            return kid.isEmpty()
                    ? keys.findWhere(issuer, key -> token.problem(key).isEmpty())
                    : keys.find(issuer + (kid.startsWith("#") ? kid : "#" + kid));
        }
        return webIssuers.find(issuer, token);
    }

    private static Instant signedAt(JsonObject claims, Instant now) {
        return TokenContent.moment(claims, "iat")
                .or(() -> TokenContent.moment(claims, "nbf"))
                .orElse(now);
    }

    /// The claims in the words of a credential, for those who read it.
    private static JsonObject view(JsonObject claims) {
        JsonObjectBuilder subject = Json.PROVIDER.createObjectBuilder();
        Json.string(claims, "sub").ifPresent(id -> subject.add("id", id));
        Json.string(claims, "email")
                .ifPresent(email -> subject.add(
                        "identifier",
                        Json.PROVIDER
                                .createObjectBuilder()
                                .add("identityType", "emailAddress")
                                .add("identityHash", email)));
        subject.add("achievement", Json.member(claims, "achievement").orElseGet(() -> achievement(claims)));
        JsonObjectBuilder view = Json.PROVIDER.createObjectBuilder().add("credentialSubject", subject);
        Json.string(claims, "jti").ifPresent(id -> view.add("id", id));
        Json.string(claims, "iss").ifPresent(issuer -> view.add("issuer", issuer));
        date(claims, "nbf").or(() -> date(claims, "iat")).ifPresent(from -> view.add("validFrom", from));
        date(claims, "exp").ifPresent(until -> view.add("validUntil", until));
        return view.build();
    }

    private static JsonObject achievement(JsonObject claims) {
        JsonObjectBuilder achievement = Json.PROVIDER.createObjectBuilder();
        Json.string(claims, "name")
                .or(() -> Json.string(claims, "vct"))
                .ifPresent(name -> achievement.add("name", name));
        Json.string(claims, "description").ifPresent(text -> achievement.add("description", text));
        return achievement.build();
    }

    /// What is no date is passed on as it is, to be told as unreadable.
    private static Optional<String> date(JsonObject claims, String name) {
        JsonValue value = claims.get(name);
        return value == null
                ? Optional.empty()
                : TokenContent.moment(claims, name).map(Instant::toString).or(() -> Optional.of(name));
    }
}
