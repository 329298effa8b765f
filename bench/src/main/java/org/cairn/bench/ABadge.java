package org.cairn.bench;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.badge.Achievement;
import org.cairn.credential.badge.Alignment;
import org.cairn.credential.badge.Identity;
import org.cairn.credential.badge.Issuer;
import org.cairn.credential.badge.OpenBadge;
import org.cairn.credential.badge.Result;
import org.cairn.credential.badge.ResultDescription;
import org.cairn.credential.badge.Subject;
import org.cairn.credential.key.Ed25519Key;

/// The badge that is signed and verified: a microcredential with three skills, a grade and two identifiers.
final class ABadge {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /// Not a secret: 32 equal bytes.
    static final String SEED = "01".repeat(32);

    private static final URI GRADE = URI.create("urn:uuid:0b1c2d3e-0000-4000-8000-000000000001");

    private ABadge() {}

    static Ed25519Key key() {
        return Ed25519Key.ofSecret(HexFormat.of().parseHex(SEED));
    }

    static JsonObject unsigned(String did) {
        Instant from = NOW.minus(Duration.ofDays(30));
        return OpenBadge.of(
                        URI.create("urn:uuid:7c1a1f3e-59c5-4f0f-9d0f-1f2f3f4f5f6f"),
                        new Issuer(
                                did,
                                "University",
                                Optional.of(URI.create("https://uni.example.edu")),
                                Optional.of("badges@uni.example.edu"),
                                Optional.of(URI.create("https://uni.example.edu/logo.png")),
                                Optional.of("DE")),
                        achievement(),
                        subject(),
                        new OpenBadge.Validity(from, Optional.of(NOW.plus(Duration.ofDays(365))), Optional.of(from)))
                .toJson();
    }

    private static Achievement achievement() {
        return new Achievement(
                URI.create("https://uni.example.edu/specs/data-ethics/3"),
                "Data ethics in practice",
                "Weighs the interests of those whose data are used against those of the ones who use them.",
                Achievement.Criteria.narrative("**Project** and oral examination."),
                Achievement.MICROCREDENTIAL,
                new Achievement.Details(
                        Optional.of(URI.create("https://uni.example.edu/specs/data-ethics/badge.png")),
                        Optional.of(new BigDecimal("2.5")),
                        Optional.of("0223 Philosophy and ethics"),
                        Optional.of("DE-101"),
                        Optional.of("en"),
                        Optional.empty(),
                        Optional.of("3")),
                List.of(skill("Ethical reasoning", 1), skill("Data protection", 2), skill("Stakeholders", 3)),
                List.of(new ResultDescription(
                        GRADE, "Final grade", "LetterGrade", List.of("C", "B", "A"), Optional.of("C"))),
                List.of("ethics", "data"));
    }

    private static Subject subject() {
        return new Subject(
                Optional.of(URI.create("did:example:learner")),
                List.of(Identity.hashedEmail("ada@example.org", "salt"), Identity.name("Ada Lovelace")),
                List.of(new Result(Optional.of(GRADE), Optional.of("A"), Optional.of("Completed"), List.of())),
                Subject.Activity.none(),
                Optional.of(new BigDecimal("2.5")),
                Optional.of("With distinction."));
    }

    private static Alignment skill(String name, int number) {
        return new Alignment(
                name,
                URI.create("http://data.europa.eu/esco/skill/" + number),
                Optional.of("ESCO"),
                Optional.of("S" + number),
                Optional.of("Being able to: " + name),
                Optional.of("ceasn:Competency"));
    }
}
