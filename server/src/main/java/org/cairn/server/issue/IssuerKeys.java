package org.cairn.server.issue;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.did.DidWeb;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.key.Signer;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.issue.IssuerIdentity.Method;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.MasterKey;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who signs for an organisation. Secrets are stored sealed and opened for one transaction; opening takes
/// microseconds, so none is kept in memory. Thread-safe.
@Service
class IssuerKeys {
    private final IssuerRepository rows;
    private final MasterKey master;
    private final CairnSettings settings;
    private final Audit audit;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    IssuerKeys(IssuerRepository rows, MasterKey master, CairnSettings settings, Audit audit, InstantSource time) {
        this.rows = rows;
        this.master = master;
        this.settings = settings;
        this.audit = audit;
        this.time = time;
    }

    /// An identity with the key that signs for it.
    record Sealer(IssuerIdentity identity, Signer signer) {}

    /// The signer, made on first need. Until the transaction ends its key is not retired.
    @Transactional(propagation = Propagation.MANDATORY)
    public Sealer sealer(Organisation organisation) {
        var identity = rows.lockForSigning(organisation.id()).orElseGet(() -> {
            establish(organisation, usualMethod(), "system");
            return rows.lockForSigning(organisation.id()).orElseThrow();
        });
        var active = rows.active(organisation.id());
        var secret = master.open(
                active.secret(), context(organisation.id(), active.key().id()));
        try {
            return new Sealer(
                    identity, Ed25519Key.ofSecret(secret).signer(active.key().methodId()));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// Chooses the name of an issuer that has none yet.
    ///
    /// @throws ConflictException when it has one, or when this host has no name to build a `did:web` on
    @Transactional
    public IssuerIdentity choose(Acting by, Method method) {
        if (method == Method.WEB && !hostHasName()) {
            throw new ConflictException("issue.identity.noname");
        }
        if (!establish(by.organisation(), method, by.actor())) {
            throw new ConflictException("issue.identity.chosen");
        }
        return rows.identity(by.organisationId()).orElseThrow();
    }

    /// Retires the key and makes a new one. What the old one signed stays good: its public half stays in the document.
    ///
    /// @throws ConflictException for a `did:key`, whose name is its key
    @Transactional
    public void rotate(Acting by) {
        var identity =
                rows.lockForRotation(by.organisationId()).orElseThrow(() -> new NotFoundException("issuer identity"));
        if (identity.method() == Method.KEY) {
            throw new ConflictException("issue.identity.rotate.key");
        }
        rows.retireActive(by.organisationId(), time.instant());
        var key = Ed25519Key.generate(random);
        store(by.organisationId(), key, methodId(identity.did(), key));
        record(by.organisationId(), by.actor(), "issuer.key.rotated", identity.did());
    }

    Optional<IssuerIdentity> identity(OrganisationId organisation) {
        return rows.identity(organisation);
    }

    List<IssuerIdentity> identities(Collection<OrganisationId> organisations) {
        return rows.identities(organisations);
    }

    Optional<IssuerIdentity> identity(String did) {
        return rows.identity(did);
    }

    List<IssuerIdentity.Key> keys(OrganisationId organisation) {
        return rows.keys(organisation);
    }

    /// Whether a `did:web` can be built on this host: it has a name, not a bare number.
    boolean hostHasName() {
        return webDid("any").isPresent();
    }

    Method usualMethod() {
        return hostHasName() ? Method.WEB : Method.KEY;
    }

    /// How every `did:web` of this host begins; empty where there can be none.
    Optional<String> webNames() {
        return webDid("x").map(did -> did.substring(0, did.length() - 1));
    }

    private Optional<String> webDid(String slug) {
        var host = Optional.ofNullable(settings.publicUrl().getHost()).orElse("");
        return host.isEmpty() || host.contains(":") || host.matches("[0-9.]+")
                ? Optional.empty()
                : DidWeb.did(settings.address("/issuers/" + slug));
    }

    /// @return false when somebody was faster
    private boolean establish(Organisation organisation, Method method, String actor) {
        var key = Ed25519Key.generate(random);
        var did = switch (method) {
            case WEB -> webDid(organisation.slug()).orElseThrow();
            case KEY -> key.didKey();
        };
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        if (!rows.insert(new IssuerIdentity(organisation.id(), did, method, now))) {
            return false;
        }
        store(organisation.id(), key, methodId(did, key));
        record(organisation.id(), actor, "issuer.established", did);
        return true;
    }

    private void store(OrganisationId organisation, Ed25519Key key, String methodId) {
        var id = UUID.randomUUID();
        var secret = key.exportSecretKey();
        var sealed = master.seal(secret, context(organisation, id));
        Arrays.fill(secret, (byte) 0);
        var made = new IssuerIdentity.Key(id, methodId, key.publicMultibase(), time.instant(), Optional.empty());
        rows.insert(organisation, new IssuerRepository.Sealed(made, sealed));
    }

    private static String methodId(String did, Ed25519Key key) {
        return did + "#" + key.publicMultibase();
    }

    private static String context(OrganisationId organisation, UUID key) {
        return "signing-key " + organisation + " " + key;
    }

    private void record(OrganisationId organisation, String actor, String action, String did) {
        audit.record(new Audit.Deed(
                Optional.of(organisation.value()), actor, action, "organisation:" + organisation, Map.of("did", did)));
    }
}
