package org.cairn.server.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.cairn.server.Fixtures.texts;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecContent.Assessment;
import org.cairn.server.catalogue.SpecContent.AssessmentType;
import org.cairn.server.catalogue.SpecContent.Outcome;
import org.cairn.server.catalogue.SpecContent.Participation;
import org.cairn.server.catalogue.SpecContent.QaType;
import org.cairn.server.catalogue.SpecContent.QualityAssurance;
import org.cairn.server.catalogue.SpecContent.Skill;
import org.cairn.server.catalogue.SpecContent.Stacking;
import org.cairn.server.catalogue.SpecContent.Supervision;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.issue.Statement;
import org.cairn.server.issue.StatementId;
import org.cairn.server.offering.Offering;
import org.cairn.server.offering.OfferingId;
import org.cairn.server.offering.OfferingTerms;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.trust.Accreditations.Accreditation;
import org.cairn.server.trust.Accreditations.Kind;
import org.cairn.server.trust.Scope;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Readable beginnings for tests of what is published.
final class PublishFixtures {
    static final String HOST = "https://cairn.example";
    static final UUID VERSION = UUID.fromString("6f8f7c0e-6c27-4f0b-9a53-0f4f2f0d4b11");
    static final UUID OLDER = UUID.fromString("11111111-6c27-4f0b-9a53-0f4f2f0d4b11");
    static final UUID NEWER = UUID.fromString("22222222-6c27-4f0b-9a53-0f4f2f0d4b11");
    static final UUID CLASS = UUID.fromString("33333333-6c27-4f0b-9a53-0f4f2f0d4b11");
    static final UUID SCHOOL = UUID.fromString("44444444-6c27-4f0b-9a53-0f4f2f0d4b11");
    static final UUID AGENCY = UUID.fromString("55555555-6c27-4f0b-9a53-0f4f2f0d4b11");
    static final String ESCO = "http://data.europa.eu/esco/skill/0c5b2b1e-5f0a-4c5e-8f7a-3f0a2f6f6d11";

    private PublishFixtures() {}

    static Places places() {
        return new Places(new CairnSettings(
                Path.of("."),
                URI.create(HOST),
                false,
                "",
                new CairnSettings.Database("", "", "", 1),
                new CairnSettings.Mail("", "", false)));
    }

    static FixedWords words() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/publish", "messages/catalogue");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        messages.setFallbackToSystemLocale(false);
        return new FixedWords(messages);
    }

    /// The second of three versions, with two offerings.
    static Listing aFullListing() {
        return aListing(
                aFullContent(),
                List.of(aClass(), anOpenCourse()),
                new Assurance.Backing(List.of(anAssurance(Kind.VERSION)), List.of(anAssurance(Kind.INSTITUTION))));
    }

    static Listing anEmptyListing() {
        return aListing(SpecContent.empty(), List.of(), Assurance.Backing.NONE);
    }

    /// Signed by one body, for levels 5 and 6 of two fields.
    private static Assurance anAssurance(Kind kind) {
        var body = new OrganisationId(AGENCY);
        return new Assurance(
                new Organisation(
                        body,
                        "agency",
                        Organisation.Kind.QUALITY_BODY,
                        "Agency for Maps",
                        "PT",
                        Optional.empty(),
                        Optional.empty(),
                        false),
                new Accreditation(
                        new Statement(
                                new StatementId(
                                        UUID.nameUUIDFromBytes(kind.name().getBytes(UTF_8))),
                                body,
                                URI.create("did:web:school.example"),
                                Optional.empty(),
                                Instant.parse("2026-01-02T10:00:00Z"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "{}"),
                        kind,
                        new Scope(
                                Set.of("10", "06"),
                                Optional.of(5),
                                Optional.of(6),
                                Set.of("MicroCredential"),
                                List.of("ESG 2015"),
                                LocalDate.of(2026, 1, 1),
                                Optional.of(LocalDate.of(2030, 12, 31)))));
    }

    private static Listing aListing(SpecContent content, List<Offering> offerings, Assurance.Backing backing) {
        var issuer = new OrganisationId(SCHOOL);
        return new Listing(
                new PublishedSpec(
                        new SpecVersionId(VERSION),
                        new SpecId(UUID.randomUUID()),
                        issuer,
                        2,
                        content,
                        Instant.parse("2026-05-01T10:00:00Z")),
                new Organisation(
                        issuer,
                        "school",
                        Organisation.Kind.INSTITUTION,
                        "School of Maps",
                        "ES",
                        Optional.of("https://school.example"),
                        Optional.of("office@school.example"),
                        false),
                new Specs.Succession(
                        Optional.of(new SpecVersionId(OLDER)),
                        Optional.of(new SpecVersionId(NEWER)),
                        new SpecVersionId(NEWER)),
                offerings,
                backing);
    }

    /// Says something in every element there is.
    static SpecContent aFullContent() {
        return new SpecContent(
                texts("en", "Reading maps", "es", "Leer mapas"),
                texts("en", "Finding the way with paper and compass.", "es-MX", "Orientarse."),
                List.of(
                        new Outcome(texts("en", "Reads contour lines.", "es", "Lee curvas."), Set.of(0)),
                        new Outcome(texts("en", "Plans a route."), Set.of(0, 1))),
                List.of(new Skill(ESCO, "read maps", "ESCO"), new Skill("", "use a compass", "")),
                Optional.of(new BigDecimal("62.5")),
                Optional.of(new BigDecimal("2.5")),
                "Not yet counted",
                Optional.of(5),
                "MECES 1",
                "Not yet levelled",
                List.of(
                        new Assessment(AssessmentType.WRITTEN_EXAMINATION, texts("en", "A test.")),
                        new Assessment(AssessmentType.PEER_ASSESSMENT, Map.of())),
                Optional.of(Supervision.SUPERVISED_ONSITE_WITH_ID),
                Set.of(Participation.values()),
                List.of(
                        new QualityAssurance(
                                QaType.INSTITUTIONAL_ACCREDITATION, "An agency", "https://agency.example/1"),
                        new QualityAssurance(QaType.PROGRAMME_ACCREDITATION, "Another agency", ""),
                        new QualityAssurance(QaType.NATIONAL_QUALITY_AGENCY, "The agency", ""),
                        new QualityAssurance(QaType.SECTORAL_QUALITY_ASSURANCE, "", ""),
                        new QualityAssurance(QaType.INTERNAL_ONLY, "", "")),
                texts("en", "Pass both parts."),
                texts("en", "Walk ten kilometres."),
                List.of(new Skill("https://skills.example/walk", "walk", "Own")),
                new Stacking(Stacking.Kind.BOTH, List.of("Mountain guide", "https://school.example/guide")),
                "Pass or fail",
                "1015",
                List.of("en", "es-MX"),
                Optional.of(36),
                texts("en", "Bring boots."),
                Map.of("targetGroup@en", "People who walk"),
                Optional.empty());
    }

    static Offering aClass() {
        return anOffering(
                new OfferingId(CLASS),
                new OfferingTerms(
                        texts("es", "Grupo de tarde"),
                        Optional.of(LocalDate.of(2190, 3, 9)),
                        Optional.of(LocalDate.of(2190, 3, 31)),
                        Optional.of(LocalDate.of(2190, 3, 1)),
                        new BigDecimal("120.50"),
                        "EUR",
                        true,
                        texts("en", "Volunteers of a rescue service"),
                        OfferingTerms.Mode.ON_SITE,
                        "Dock Road, hall",
                        List.of("en"),
                        Optional.of(new BigDecimal("4.5")),
                        texts("en", "No steps"),
                        Optional.of(16),
                        "https://school.example/apply"));
    }

    static Offering anOpenCourse() {
        return anOffering(
                new OfferingId(UUID.randomUUID()),
                new OfferingTerms(
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        BigDecimal.ZERO,
                        "EUR",
                        false,
                        Map.of(),
                        OfferingTerms.Mode.ONLINE,
                        "",
                        List.of("en"),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        ""));
    }

    private static Offering anOffering(OfferingId id, OfferingTerms terms) {
        return new Offering(
                id,
                new OrganisationId(SCHOOL),
                new SpecVersionId(VERSION),
                Offering.Status.OPEN,
                1,
                terms,
                Instant.parse("2026-05-02T10:00:00Z"));
    }
}
