package org.cairn.credential;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cairn.credential");

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.cairn.credential.(*)..")
                .should()
                .beFreeOfCycles()
                .check(LIBRARY);
    }

    @Test
    void nothing_knows_of_spring_or_opens_a_connection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.net.http..", "java.nio.channels..", "javax.net..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URL")
                .check(LIBRARY);
    }

    @Test
    void time_comes_in_as_an_argument() {
        noClasses().should().callMethod(java.time.Instant.class, "now").check(LIBRARY);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(LIBRARY);
    }

    /// What others may use. A class that has to be seen by other packages of the library is named here as well.
    @Test
    void the_published_classes_are_these() {
        var published = LIBRARY.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .map(JavaClass::getFullName)
                .map(name -> name.replace("org.cairn.credential.", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(published)
                .containsExactly(
                        "badge.Achievement",
                        "badge.Alignment",
                        "badge.Association",
                        "badge.BadgeContext",
                        "badge.Baking",
                        "badge.BakingException",
                        "badge.ClrCredential",
                        "badge.Endorsement",
                        "badge.Evidence",
                        "badge.Extension",
                        "badge.Identity",
                        "badge.Issuer",
                        "badge.OpenBadge",
                        "badge.Received",
                        "badge.Result",
                        "badge.ResultDescription",
                        "badge.Subject",
                        "bbs.BbsKey",
                        "bbs.BbsPublicKey",
                        "datamodel.DataModel",
                        "datamodel.Problem",
                        "did.DidDocument",
                        "did.DidJwk",
                        "did.DidKey",
                        "did.DidResolution",
                        "did.DidResolver",
                        "did.DidWeb",
                        "did.Dids",
                        "did.MethodLookup",
                        "did.Multikey",
                        "did.VerificationMethod",
                        "did.VerificationMethods",
                        "elm.ElmExport",
                        "jose.Base64Url",
                        "jose.JoseCredential",
                        "jose.Jws",
                        "jose.JwsProblem",
                        "jose.MalformedTokenException",
                        "jose.OpenBadgeJwt",
                        "json.DateTimeStamp",
                        "json.Jcs",
                        "json.Json",
                        "json.MalformedJsonException",
                        "key.Bls12381G2PublicKey",
                        "key.Curve",
                        "key.EcKey",
                        "key.EcPublicKey",
                        "key.Ed25519Key",
                        "key.Ed25519PublicKey",
                        "key.KeyStoreException",
                        "key.KeyStoreSigner",
                        "key.KeyType",
                        "key.Multibase",
                        "key.RsaPublicKey",
                        "key.Signer",
                        "key.SigningKey",
                        "key.VerificationKey",
                        "openbadges2.Assertion",
                        "openbadges2.HostingScope",
                        "openbadges2.IdentityHash",
                        "openbadges2.Linked",
                        "openbadges2.PublicKeyPem",
                        "outside.Fetched",
                        "outside.Outside",
                        "proof.ContentException",
                        "proof.ContextLoader",
                        "proof.Contexts",
                        "proof.Cryptosuite",
                        "proof.DataIntegrity",
                        "proof.Proof",
                        "proof.ProofOptions",
                        "proof.ProofProblem",
                        "proof.ProofResult",
                        "proof.ResourceDigest",
                        "proof.StatementReader",
                        "proof.Statements",
                        "proof.Suite",
                        "proof.VerificationOptions",
                        "sdjwt.Challenge",
                        "sdjwt.ClaimPath",
                        "sdjwt.Concealment",
                        "sdjwt.Disclosed",
                        "sdjwt.KeyBindingProblem",
                        "sdjwt.SdJwt",
                        "sdjwt.SdJwtVc",
                        "selective.BaseProofOptions",
                        "selective.Bbs2023",
                        "selective.BbsSigner",
                        "selective.DisclosureException",
                        "selective.Disclosures",
                        "selective.EcdsaSd",
                        "status.Bitstring",
                        "status.StatusEntry",
                        "status.StatusException",
                        "status.StatusListCredential",
                        "status.StatusMessage",
                        "status.TokenStatusList",
                        "verify.BadgeSummary",
                        "verify.Check",
                        "verify.Expectations",
                        "verify.Finding",
                        "verify.FindingCode",
                        "verify.NotACredentialException",
                        "verify.Outcome",
                        "verify.PresentationReport",
                        "verify.PresentationToken",
                        "verify.PresentationVerifier",
                        "verify.ProofReport",
                        "verify.ProofVerifier",
                        "verify.StatusListSource",
                        "verify.TooLargeException",
                        "verify.Verdict",
                        "verify.VerificationReport",
                        "verify.Verifier");
    }
}
