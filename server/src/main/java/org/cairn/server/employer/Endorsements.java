package org.cairn.server.employer;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.codesign.CoDesign;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.issue.StatementId;
import org.cairn.server.issue.Statements;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.PageWords;
import org.cairn.server.web.TypedValues;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What employers say of exact versions. An endorsement of one version covers no other. What a method stored is signed,
/// public and durable when it returns. Thread-safe.
@Service
public class Endorsements {
    /// What such a statement is beside an `EndorsementCredential`.
    public static final String TYPE = "EmployerEndorsement";

    private final EndorsementRepository rows;
    private final RequestRepository requests;
    private final Statements statements;
    private final Domains domains;
    private final CoDesign codesign;
    private final Specs specs;
    private final Organisations organisations;
    private final PageWords words;
    private final CairnSettings settings;
    private final Audit audit;
    private final InstantSource time;

    Endorsements(
            EndorsementRepository rows,
            RequestRepository requests,
            Statements statements,
            Domains domains,
            CoDesign codesign,
            Specs specs,
            Organisations organisations,
            PageWords words,
            CairnSettings settings,
            Audit audit,
            InstantSource time) {
        this.rows = rows;
        this.requests = requests;
        this.statements = statements;
        this.domains = domains;
        this.codesign = codesign;
        this.specs = specs;
        this.organisations = organisations;
        this.words = words;
        this.settings = settings;
        this.audit = audit;
        this.time = time;
    }

    /// The endorsers of a version: organisations with a proven domain, each once, with what they say today.
    public List<Endorser> of(SpecVersionId version) {
        return endorsers(rows.standing(List.of(version), time.instant()));
    }

    private List<Endorser> endorsers(List<Endorsement> standing) {
        return standing.stream()
                .collect(Collectors.groupingBy(Endorsement::organisation, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(entry -> endorser(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private Optional<Endorser> endorser(OrganisationId id, List<Endorsement> said) {
        return domains.of(id)
                .flatMap(domain -> organisations
                        .byId(id)
                        .map(organisation -> new Endorser(
                                id,
                                organisation.slug(),
                                organisation.legalName(),
                                domain,
                                said.stream().map(Endorsements::said).toList())));
    }

    private static Endorser.Said said(Endorsement endorsement) {
        return new Endorser.Said(
                endorsement.kind(),
                endorsement.endorsedAt(),
                endorsement.validUntil(),
                endorsement.comment(),
                Optional.of(endorsement.conflict()).filter(conflict -> !conflict.isBlank()),
                endorsement.statement());
    }

    /// How many endorsers of earlier versions say nothing of this one.
    int onlyEarlier(PublishedSpec version) {
        var now = rows.standing(List.of(version.id()), time.instant()).stream()
                .map(Endorsement::organisation)
                .collect(Collectors.toSet());
        return (int) endorsers(rows.standing(earlier(version), time.instant())).stream()
                .filter(endorser -> !now.contains(endorser.organisation()))
                .count();
    }

    private List<SpecVersionId> earlier(PublishedSpec version) {
        return specs.versions(version.organisation(), version.spec()).stream()
                .filter(each -> each.number() < version.number())
                .map(PublishedSpec::id)
                .toList();
    }

    /// Organisations whose statements about earlier versions stand.
    List<OrganisationId> endorsersBefore(PublishedSpec version) {
        return rows.standing(earlier(version), time.instant()).stream()
                .map(Endorsement::organisation)
                .distinct()
                .toList();
    }

    /// Signs one statement for each kind that was chosen: all of them or none.
    ///
    /// @throws InputException when something typed cannot be taken, or such a statement stands already
    /// @throws ConflictException when the endorser's domain is not proven, or the version is its own
    @Transactional
    List<EndorsementId> endorse(Acting by, SpecVersionId id, EndorsementForm form) {
        var version = specs.published(id).orElseThrow(() -> new NotFoundException("version"));
        var domain =
                domains.of(by.organisationId()).orElseThrow(() -> new ConflictException("employer.endorse.noDomain"));
        if (version.organisation().equals(by.organisationId())) {
            throw new ConflictException("employer.endorse.own");
        }
        if (isMember(by, version.organisation())) {
            throw new ConflictException("employer.endorse.member");
        }
        var wish = form.wish();
        if (wish.kinds().contains(EndorsementKind.CO_DESIGNED) && !codesign.isSignedTogether(by.organisationId(), id)) {
            throw new InputException(Fault.of("kinds", "employer.endorse.notCoDesigned"));
        }
        rows.endExpired(by.organisationId(), id, time.instant());
        var made = new ArrayList<EndorsementId>();
        wish.kinds().stream().sorted().forEach(kind -> made.add(say(by, version, kind, wish, domain)));
        requests.done(by.organisationId(), id, time.instant());
        return List.copyOf(made);
    }

    /// Whoever works for the institution as well does not praise it in another's name.
    private boolean isMember(Acting by, OrganisationId institution) {
        return organisations.members(institution).stream()
                .anyMatch(member -> by.actor().equals("person:" + member.person()));
    }

    private EndorsementId say(
            Acting by, PublishedSpec version, EndorsementKind kind, EndorsementForm.Wish wish, ProvenDomain domain) {
        var stands = rows.standing(List.of(version.id()), time.instant()).stream()
                .anyMatch(each -> each.organisation().equals(by.organisationId()) && each.kind() == kind);
        if (stands) {
            throw new InputException(Fault.of("kinds", "employer.endorse.double"));
        }
        var now = time.instant();
        var until = now.atOffset(ZoneOffset.UTC).plusMonths(wish.months()).toInstant();
        var endorsement = new Endorsement(
                new EndorsementId(UUID.randomUUID()),
                by.organisationId(),
                version.id(),
                kind,
                sign(by, version, kind, wish, domain, until),
                wish.comment(),
                wish.conflict(),
                domain.domain(),
                now,
                until,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try {
            rows.insert(endorsement);
        } catch (DuplicateKeyException e) {
            throw new ConflictException("employer.endorse.double");
        }
        record(
                by,
                "endorsement.signed",
                endorsement,
                Map.of("kind", kind.name(), "version", version.id().toString()));
        return endorsement.id();
    }

    private StatementId sign(
            Acting by,
            PublishedSpec version,
            EndorsementKind kind,
            EndorsementForm.Wish wish,
            ProvenDomain domain,
            Instant until) {
        var facts = new LinkedHashMap<String, JsonValue>();
        facts.put("endorsementKind", Json.createValue(kind.name()));
        facts.put("endorsedVersion", Json.createValue(version.number()));
        facts.put("endorserDomain", Json.createValue(domain.domain()));
        facts.put(
                "conflictOfInterest", Json.createValue(wish.conflict().isBlank() ? "none declared" : wish.conflict()));
        return statements.sign(
                by,
                new Statements.Wish(
                        settings.address("/catalogue/" + version.id()),
                        words.say(Locale.ENGLISH, "employer.kind." + kind),
                        Optional.of(wish.comment()).filter(comment -> !comment.isBlank()),
                        Optional.of(until),
                        Optional.of(TYPE),
                        Statements.terms(Optional.of(TYPE), facts)));
    }

    /// For good: the statement's status says so from now on.
    @Transactional
    void withdraw(Acting by, EndorsementId id, String reason) {
        var endorsement = own(by, id);
        var values = new TypedValues();
        var why = values.text("reason", reason, 5, 500);
        values.check();
        if (!rows.withdraw(by.organisationId(), id, why, time.instant())) {
            throw new ConflictException("employer.endorse.ended");
        }
        statements.withdraw(by, endorsement.statement(), why);
        record(by, "endorsement.withdrawn", endorsement, Map.of("reason", why));
    }

    /// One's own endorsement.
    Endorsement own(Acting by, EndorsementId id) {
        return rows.seenBy(by.organisationId(), id)
                .filter(each -> each.organisation().equals(by.organisationId()))
                .orElseThrow(() -> new NotFoundException("endorsement"));
    }

    /// One's own, or one about a version of one's own.
    Endorsement seen(Acting by, EndorsementId id) {
        return rows.seenBy(by.organisationId(), id).orElseThrow(() -> new NotFoundException("endorsement"));
    }

    /// The newest version, if it is not the one that is endorsed.
    Optional<PublishedSpec> newer(Endorsement endorsement) {
        return specs.published(endorsement.version())
                .flatMap(old -> specs.versions(old.organisation(), old.spec()).stream()
                        .findFirst()
                        .filter(newest -> newest.number() > old.number()));
    }

    /// Says the same of the newest version.
    @Transactional
    EndorsementId renew(Acting by, EndorsementId id, String months) {
        var old = own(by, id);
        var newest = newer(old).orElseThrow(() -> new ConflictException("employer.renew.none"));
        var same = new EndorsementForm(
                List.of(old.kind().name()),
                old.comment(),
                (old.conflict().isBlank() ? EndorsementForm.Conflict.NONE : EndorsementForm.Conflict.DECLARED).name(),
                old.conflict(),
                months);
        return endorse(by, newest.id(), same).getFirst();
    }

    /// Chooses not to say it of the newest version; what was said of the old one goes on to its day.
    @Transactional
    void decline(Acting by, EndorsementId id) {
        var old = own(by, id);
        var newest = newer(old).orElseThrow(() -> new ConflictException("employer.renew.none"));
        rows.decline(by.organisationId(), id, newest.id());
        record(by, "endorsement.declined", old, Map.of("version", newest.id().toString()));
    }

    /// What an organisation says today of a version that has a newer one, of which it has not decided yet.
    List<Endorsement> outdated(OrganisationId endorser) {
        return rows.outdated(endorser, time.instant(), EndorsementLists.MOST);
    }

    private void record(Acting by, String action, Endorsement endorsement, Map<String, String> detail) {
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()),
                by.actor(),
                action,
                "endorsement:" + endorsement.id(),
                detail));
    }
}
