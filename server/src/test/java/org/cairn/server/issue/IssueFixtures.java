package org.cairn.server.issue;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.did.DidResolution;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.credential.verify.Verifier;
import org.cairn.server.award.Award;
import org.cairn.server.award.Awarding;
import org.cairn.server.award.Awards;
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
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;

/// Readable beginnings for tests of credentials.
final class IssueFixtures {
    static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

    private IssueFixtures() {}

    static SpecVersionId aPublishedSpec(Specs specs, Acting by) {
        return specs.publish(
                by, specs.create(by, aFullContent()), Optional.of("A spec for tests; nobody earns it in earnest."));
    }

    /// Says something in every element of the European recommendation.
    static SpecContent aFullContent() {
        return new SpecContent(
                inTwoLanguages("Reading maps", "Leer mapas"),
                inTwoLanguages("Finding the way with paper and compass.", "Orientarse con papel y brújula."),
                List.of(
                        new Outcome(inTwoLanguages("Reads contour lines.", "Lee curvas de nivel."), Set.of(0)),
                        new Outcome(inTwoLanguages("Plans a route.", "Planifica una ruta."), Set.of(0, 1))),
                List.of(
                        new Skill(
                                "http://data.europa.eu/esco/skill/0c5b2b1e-5f0a-4c5e-8f7a-3f0a2f6f6d11",
                                "read maps",
                                "ESCO"),
                        new Skill("", "use a compass", "")),
                Optional.of(new BigDecimal("62.5")),
                Optional.of(new BigDecimal("2.5")),
                "",
                Optional.of(5),
                "MECES 1",
                "",
                List.of(
                        new Assessment(AssessmentType.WRITTEN_EXAMINATION, inTwoLanguages("A test.", "Un examen.")),
                        new Assessment(AssessmentType.PRACTICAL_ASSESSMENT, Map.of())),
                Optional.of(Supervision.SUPERVISED_ONSITE_WITH_ID),
                Set.of(Participation.BLENDED, Participation.ON_SITE),
                List.of(new QualityAssurance(
                        QaType.NATIONAL_QUALITY_AGENCY, "An agency", "https://example.org/register/1")),
                inTwoLanguages("Pass both parts.", "Superar ambas partes."),
                inTwoLanguages("None.", "Ninguno."),
                List.of(),
                new Stacking(Stacking.Kind.BOTH, List.of("Mountain guide")),
                "Pass or fail",
                "1015",
                List.of("en", "es"),
                Optional.of(36),
                inTwoLanguages("Bring boots.", "Traiga botas."),
                Map.of(),
                Optional.empty());
    }

    static Awarding awarding(SpecVersionId spec, String name, Optional<EmailAddress> email) {
        return new Awarding(
                spec,
                name,
                email,
                Optional.of("N-" + name.hashCode()),
                MAY_DAY,
                Optional.of("Pass"),
                Optional.of("Well done."));
    }

    static IssuedCredential aCredential(Awards awards, Credentials credentials, Acting by, SpecVersionId spec) {
        return of(credentials, awards.award(by, awarding(spec, "Ana Gil", Optional.empty())));
    }

    static IssuedCredential of(Credentials credentials, Award award) {
        return credentials.ofAwards(List.of(award.id())).getFirst();
    }

    /// What a verifier says that reaches our own issuers and nobody else.
    static VerificationReport verified(Issuers issuers, Contexts contexts, InstantSource time, String json) {
        var verifier = new Verifier(
                        contexts,
                        did -> resolved(issuers, did),
                        (uri, accept, max) -> new Fetched.Unreachable("no network in this test"),
                        time)
                .withStatusLists((URI address) -> issuers.statusList(address));
        return verifier.verify(json.getBytes(StandardCharsets.UTF_8), "application/vc");
    }

    private static DidResolution resolved(Issuers issuers, String did) {
        var document = issuers.didDocument(did);
        return document.isPresent()
                ? new DidResolution.Resolved(document.get())
                : new DidResolution.NotFound("not ours");
    }

    private static Map<String, String> inTwoLanguages(String english, String spanish) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("en", english);
        texts.put("es", spanish);
        return texts;
    }
}
