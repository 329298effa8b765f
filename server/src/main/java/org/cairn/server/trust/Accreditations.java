package org.cairn.server.trust;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.credential.json.Json;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.issue.Issuers;
import org.cairn.server.issue.Statement;
import org.cairn.server.issue.StatementId;
import org.cairn.server.issue.Statements;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Accreditations of institutions and approvals of spec versions, as statements that a quality body signs. Whether it
/// is trusted, each platform decides for itself. Thread-safe.
@Service
public class Accreditations {
    static final String ACCREDITATION = "AccreditationCredential";
    static final String APPROVAL = "ApprovalCredential";
    /// Whose version is approved, by his identifier.
    static final String ISSUER = "approvedIssuer";
    /// In which review it was decided; with that review it stands and falls.
    static final String REVIEW = "decidedInReview";

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> TYPES = Set.of(ACCREDITATION, APPROVAL);

    private final Statements statements;
    private final Issuers issuers;
    private final Specs specs;
    private final CairnSettings settings;
    private final InstantSource time;

    Accreditations(Statements statements, Issuers issuers, Specs specs, CairnSettings settings, InstantSource time) {
        this.statements = statements;
        this.issuers = issuers;
        this.specs = specs;
        this.settings = settings;
        this.time = time;
    }

    /// What a body stands behind.
    public enum Kind {
        INSTITUTION,
        VERSION
    }

    /// One of them, as it is kept here.
    public record Accreditation(Statement statement, Kind kind, Scope scope) {}

    /// What is to be signed.
    ///
    /// @param about identifier of the institution, or address of the version
    /// @param comment what the body says of it; Markdown
    /// @param review in which it was decided
    record Wish(Kind kind, URI about, Scope scope, Optional<String> comment, Optional<UUID> review) {}

    /// Signs and publishes it. The caller has checked who may, and what was typed.
    ///
    /// @throws NotFoundException when the organisation is no quality body, to which this door does not exist
    @Transactional
    public StatementId sign(Acting by, Wish wish) {
        requireBody(by);
        var type = Optional.of(wish.kind == Kind.INSTITUTION ? ACCREDITATION : APPROVAL);
        var end = wish.scope
                .until()
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(at -> at.isAfter(time.instant()));
        return statements.sign(
                by,
                new Statements.Wish(
                        wish.about,
                        wish.kind == Kind.INSTITUTION ? "Accreditation" : "Approval",
                        wish.comment,
                        end,
                        type,
                        Statements.terms(type, facts(wish))));
    }

    /// An approval names whose version it is: anybody may write its address into a badge of his own.
    private Map<String, JsonValue> facts(Wish wish) {
        var facts = new LinkedHashMap<>(wish.scope.facts());
        if (wish.kind == Kind.VERSION) {
            version(wish.about)
                    .flatMap(version -> issuers.did(version.organisation()))
                    .ifPresent(did -> facts.put(ISSUER, Json.PROVIDER.createValue(did)));
        }
        wish.review.ifPresent(review -> facts.put(REVIEW, Json.PROVIDER.createValue(review.toString())));
        return facts;
    }

    /// The version of this platform that calls itself so.
    Optional<PublishedSpec> version(URI about) {
        var prefix = settings.address("/catalogue/").toString();
        var id = about.toString().startsWith(prefix) ? about.toString().substring(prefix.length()) : "";
        return UUID_FORM.matcher(id).matches()
                ? specs.published(new SpecVersionId(UUID.fromString(id)))
                : Optional.empty();
    }

    /// The same, if it is of the organisation that signs under this name.
    Optional<PublishedSpec> versionOf(String about, String did) {
        return address(about)
                .flatMap(this::version)
                .filter(version -> issuers.organisation(did).equals(Optional.of(version.organisation())));
    }

    static void requireBody(Acting by) {
        if (by.organisation().kind() != Organisation.Kind.QUALITY_BODY) {
            throw new NotFoundException("quality body");
        }
    }

    /// Takes it back for good.
    ///
    /// @throws ConflictException when it was decided in a review: then the approval ends there, by whoever may
    @Transactional
    public void withdraw(Acting by, StatementId id, String reason) {
        requireBody(by);
        var accreditation = byId(id).orElseThrow(() -> new NotFoundException("accreditation"));
        if (review(accreditation.statement).isPresent()) {
            throw new ConflictException("trust.withdraw.review");
        }
        statements.withdraw(by, id, reason);
    }

    /// Withdraws what was decided in a review whose approval is lost.
    @Transactional
    public void lost(Acting by, SpecVersionId version, UUID review, String reason) {
        ofVersion(version).stream()
                .map(Accreditation::statement)
                .filter(statement -> statement.organisation().equals(by.organisationId())
                        && statement.withdrawnAt().isEmpty()
                        && review(statement).equals(Optional.of(review.toString())))
                .forEach(statement -> statements.withdraw(by, statement.id(), reason));
    }

    private static Optional<String> review(Statement statement) {
        return subject(Json.object(statement.json())).flatMap(subject -> Json.string(subject, REVIEW));
    }

    Optional<Accreditation> byId(StatementId id) {
        return statements.byId(id).flatMap(s -> of(s).stream().findFirst());
    }

    /// All that a body ever signed, newest first.
    public List<Accreditation> by(OrganisationId body) {
        return all(statements.of(body));
    }

    /// All that was signed here about an institution of this platform, newest first.
    public List<Accreditation> ofInstitution(OrganisationId institution) {
        return issuers.did(institution)
                .flatMap(Accreditations::address)
                .map(did -> all(statements.about(did)))
                .orElse(List.of());
    }

    /// All approvals of a version of this platform that were signed here, newest first.
    public List<Accreditation> ofVersion(SpecVersionId version) {
        return all(statements.about(address(version)));
    }

    /// The approvals that stand today, of versions of this platform, newest first.
    public Map<SpecVersionId, List<Accreditation>> standingOfVersions(Collection<SpecVersionId> versions) {
        var addresses =
                versions.stream().collect(Collectors.toMap(this::address, Function.identity(), (one, _) -> one));
        return standing(addresses, Kind.VERSION);
    }

    /// The accreditations that stand today, of institutions of this platform, newest first.
    public Map<OrganisationId, List<Accreditation>> standingOfInstitutions(Collection<OrganisationId> institutions) {
        var names = new HashMap<URI, OrganisationId>();
        issuers.dids(institutions)
                .forEach((institution, did) -> address(did).ifPresent(name -> names.put(name, institution)));
        return standing(names, Kind.INSTITUTION);
    }

    private <T> Map<T, List<Accreditation>> standing(Map<URI, T> subjects, Kind kind) {
        return subjects.isEmpty()
                ? Map.of()
                : all(statements.about(subjects.keySet())).stream()
                        .filter(a -> a.kind == kind && stands(a))
                        .collect(Collectors.groupingBy(a -> Objects.requireNonNull(subjects.get(a.statement.about()))));
    }

    /// The newest of these bodies that were not withdrawn.
    List<Accreditation> newest(Collection<OrganisationId> bodies, int most) {
        return all(statements.standing(TYPES, bodies, most));
    }

    /// What was signed here about any of these, that of `first` before all others: whoever floods an issuer with
    /// statements must not push out those that count.
    List<Statement> about(Collection<URI> about, Collection<OrganisationId> first, int most) {
        return statements.about(about, TYPES, first, most);
    }

    /// How a version calls itself in credentials and statements.
    URI address(SpecVersionId version) {
        return settings.address("/catalogue/" + version);
    }

    boolean stands(Accreditation accreditation) {
        var now = time.instant();
        return accreditation.statement.standsAt(now)
                && accreditation.scope.holdsOn(now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    LocalDate today() {
        return time.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static List<Accreditation> all(List<Statement> statements) {
        return statements.stream().flatMap(s -> of(s).stream()).toList();
    }

    private static List<Accreditation> of(Statement statement) {
        var document = Json.object(statement.json());
        return kind(document)
                .flatMap(kind ->
                        subject(document).flatMap(Scope::read).map(scope -> new Accreditation(statement, kind, scope)))
                .stream()
                .toList();
    }

    /// Whether a document says to be an accreditation or an approval.
    static boolean isOne(JsonObject document) {
        return kind(document).isPresent();
    }

    static Optional<Kind> kind(JsonObject document) {
        var types = Json.strings(document, "type");
        return types.contains(ACCREDITATION)
                ? Optional.of(Kind.INSTITUTION)
                : types.contains(APPROVAL) ? Optional.of(Kind.VERSION) : Optional.empty();
    }

    /// What it is about, if that stands in one place: to a signature, two objects of one id are one.
    static Optional<JsonObject> subject(JsonObject document) {
        return Optional.of(Json.objects(document, "credentialSubject"))
                .filter(subjects -> subjects.size() == 1)
                .map(List::getFirst);
    }

    static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.isAbsolute() && text.length() <= 2_000);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
