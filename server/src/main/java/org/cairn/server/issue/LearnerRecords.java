package org.cairn.server.issue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.credential.badge.Association;
import org.cairn.credential.badge.ClrCredential;
import org.cairn.credential.badge.ClrCredential.Contents;
import org.cairn.credential.badge.ClrCredential.Holder;
import org.cairn.credential.badge.OpenBadge.Validity;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ContentException;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.server.award.Award;
import org.cairn.server.award.Awards;
import org.cairn.server.identity.Organisations;
import org.cairn.server.web.ConflictException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Learner records (Comprehensive Learner Record 2.0, ClrCredential): the credential of a larger award together with
/// those it is built on, each as its own issuer signed it, and how their achievements belong together. Thread-safe.
///
/// A record is made when it is asked for and not stored: which of its components stand changes, and a stored one would
/// be out of date or pile up. So it has no place in a status list either. It needs none, since every credential in it
/// has its own, and a reader asks those. Its id follows from the credential, so that a newer one replaces the older in
/// a wallet (Open Badges 3.0, on equality and updates: same issuer, same id, later `validFrom`).
@Service
public class LearnerRecords {
    private final Awards awards;
    private final CredentialRepository rows;
    private final Organisations organisations;
    private final IssuerKeys keys;
    private final DataIntegrity proofs;
    private final InstantSource time;

    LearnerRecords(
            Awards awards,
            CredentialRepository rows,
            Organisations organisations,
            IssuerKeys keys,
            DataIntegrity proofs,
            InstantSource time) {
        this.awards = awards;
        this.rows = rows;
        this.organisations = organisations;
        this.keys = keys;
        this.proofs = proofs;
        this.time = time;
    }

    /// Whether there is a record to be had of a credential: it stands, and its award is built on others.
    public boolean isOffered(IssuedCredential credential, Award award) {
        return !award.components().isEmpty() && award.isStanding() && stands(credential, time.instant());
    }

    /// The signed record of a credential, by the current key of the organisation that issued it; empty where none is
    /// offered. The caller answers for who may have it.
    ///
    /// @throws ConflictException when it would be larger than verifiers read
    @Transactional
    public Optional<String> of(CredentialId id) {
        return rows.byId(id)
                .flatMap(credential -> awards.byIds(List.of(credential.award())).stream()
                        .findFirst()
                        .filter(award -> isOffered(credential, award))
                        .map(award -> signed(credential, award)));
    }

    private String signed(IssuedCredential credential, Award award) {
        var now = time.instant();
        var organisation = organisations.byId(award.organisation()).orElseThrow();
        var sealer = keys.sealer(organisation);
        var larger = Json.object(credential.json());
        var components = components(award, now);
        var record = new ClrCredential(
                id(credential),
                Json.string(larger, "name").orElseThrow(),
                BadgeTemplate.issuer(organisation, sealer.identity().did()),
                holder(award, larger, components),
                contents(larger, components),
                components.size() < award.components().size() ? Optional.of(true) : Optional.empty(),
                Validity.from(now),
                List.of());
        try {
            return Json.text(proofs.sign(record.toJson(), sealer.signer(), now));
        } catch (ContentException e) {
            if (e.code() != ContentException.Code.TOO_COMPLEX) {
                throw e;
            }
            throw new ConflictException("issue.record.tooLarge");
        }
    }

    private static URI id(IssuedCredential credential) {
        var name = ("learner record of " + credential.urn()).getBytes(StandardCharsets.UTF_8);
        return URI.create(IssuedCredential.URN + UUID.nameUUIDFromBytes(name));
    }

    /// Of each component the credential that stands today. What was revoked, given up or has run out is left out: a
    /// record in which a signature no longer counts would be taken for a bad one.
    private List<JsonObject> components(Award award, Instant now) {
        var standing = awards.components(award.id()).stream()
                .filter(component -> component.isOfSamePersonAs(award))
                .map(Award::id)
                .toList();
        var newestFirst = rows.ofAwards(standing).stream()
                .filter(credential -> stands(credential, now))
                .toList();
        return standing.stream()
                .flatMap(id -> newestFirst.stream()
                        .filter(credential -> credential.award().equals(id))
                        .limit(1))
                .map(credential -> Json.object(credential.json()))
                .toList();
    }

    private static Contents contents(JsonObject larger, List<JsonObject> components) {
        var all = new ArrayList<>(List.of(larger));
        all.addAll(components);
        var associations = achievement(larger).stream()
                .flatMap(whole -> components.stream()
                        .flatMap(component -> achievement(component).stream())
                        .filter(part -> !part.equals(whole))
                        .distinct()
                        .map(part -> new Association(Association.Type.IS_PART_OF, part, whole)))
                .toList();
        return new Contents(all, List.of(), associations);
    }

    /// Each organisation knows a learner by an id of its own. Where they differ, none of them is the holder's, and her
    /// name and address stand for her.
    private static Holder holder(Award award, JsonObject larger, List<JsonObject> components) {
        var subjects = Stream.concat(Stream.of(larger), components.stream())
                .map(credential -> subject(credential).flatMap(subject -> Json.string(subject, "id")))
                .distinct()
                .toList();
        var common = subjects.size() == 1 ? subjects.getFirst() : Optional.<String>empty();
        return new Holder(common.map(URI::create), BadgeTemplate.identities(award.recipient()));
    }

    private static Optional<URI> achievement(JsonObject credential) {
        return subject(credential)
                .flatMap(
                        subject -> Json.objects(subject, "achievement").stream().findFirst())
                .flatMap(achievement -> Json.string(achievement, "id"))
                .map(URI::create);
    }

    private static Optional<JsonObject> subject(JsonObject credential) {
        return Json.objects(credential, "credentialSubject").stream().findFirst();
    }

    private static boolean stands(IssuedCredential credential, Instant now) {
        return credential.status() == CredentialStatus.ACTIVE && !credential.isExpired(now);
    }
}
