package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What was achieved, independent of who achieved it.
public record Achievement(
        URI id,
        String name,
        String description,
        Criteria criteria,
        String achievementType,
        Details details,
        List<Alignment> alignments,
        List<ResultDescription> results,
        List<String> tags) {

    /// The type of a microcredential in Open Badges.
    public static final String MICROCREDENTIAL = "MicroCredential";

    public Achievement {
        Bounds.address(id, "achievement id");
        Bounds.line(name, "achievement name");
        Bounds.text(description, "achievement description");
        Bounds.require(
                Vocabulary.ACHIEVEMENTS.contains(achievementType) || Vocabulary.isExtension(achievementType),
                "not an achievement type: " + achievementType);
        Bounds.few(alignments, "alignments");
        Bounds.few(results, "result descriptions");
        Bounds.few(tags, "tags");
        tags.forEach(tag -> Bounds.line(tag, "tag"));
        alignments = List.copyOf(alignments);
        results = List.copyOf(results);
        tags = List.copyOf(tags);
    }

    /// A microcredential with nothing but what Open Badges demands.
    public static Achievement microcredential(URI id, String name, String description, Criteria criteria) {
        return new Achievement(
                id, name, description, criteria, MICROCREDENTIAL, Details.none(), List.of(), List.of(), List.of());
    }

    /// How it is earned, in words (Markdown) or at an address or both.
    public record Criteria(Optional<URI> id, Optional<String> narrative) {
        public Criteria {
            Bounds.address(id, "criteria address");
            Bounds.text(narrative, "criteria narrative");
            Bounds.require(id.isPresent() || narrative.isPresent(), "criteria have an address or a narrative");
        }

        public static Criteria narrative(String markdown) {
            return new Criteria(Optional.empty(), Optional.of(markdown));
        }

        JsonObject toJson() {
            return new Members().add("id", id).add("narrative", narrative).build();
        }
    }

    /// The optional single facts. `creditsAvailable` has no unit in Open Badges: name the scheme in an [Alignment].
    public record Details(
            Optional<URI> image,
            Optional<BigDecimal> creditsAvailable,
            Optional<String> fieldOfStudy,
            Optional<String> humanCode,
            Optional<String> inLanguage,
            Optional<String> specialization,
            Optional<String> version) {
        public Details {
            Bounds.image(image);
            creditsAvailable.ifPresent(credits -> Bounds.require(credits.signum() >= 0, "credits are not negative"));
            Bounds.line(fieldOfStudy, "field of study");
            Bounds.line(humanCode, "code");
            inLanguage.ifPresent(tag -> Bounds.require(
                    tag.matches("[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"), "not a language tag: " + tag));
            Bounds.line(specialization, "specialization");
            Bounds.line(version, "version");
        }

        public static Details none() {
            return new Details(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    Members members() {
        return new Members()
                .add("id", id.toString())
                .list("type", List.of("Achievement"))
                .add("achievementType", achievementType)
                .add("name", name)
                .add("description", description)
                .add("criteria", criteria.toJson())
                .add("image", details.image.map(Members::image))
                .add("creditsAvailable", details.creditsAvailable)
                .add("fieldOfStudy", details.fieldOfStudy)
                .add("humanCode", details.humanCode)
                .add("inLanguage", details.inLanguage)
                .add("specialization", details.specialization)
                .add("version", details.version)
                .list("alignment", alignments.stream().map(Alignment::toJson).toList())
                .list(
                        "resultDescription",
                        results.stream().map(ResultDescription::toJson).toList())
                .list("tag", tags);
    }
}
