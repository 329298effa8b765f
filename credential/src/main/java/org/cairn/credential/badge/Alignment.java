package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A link from the achievement, or one of its results, to a node of a skill, qualification or credit framework.
public record Alignment(
        String targetName,
        URI targetUrl,
        Optional<String> targetFramework,
        Optional<String> targetCode,
        Optional<String> targetDescription,
        Optional<String> targetType) {

    public Alignment {
        Bounds.line(targetName, "alignment name");
        Bounds.address(targetUrl, "alignment address");
        Bounds.line(targetFramework, "alignment framework");
        Bounds.line(targetCode, "alignment code");
        Bounds.text(targetDescription, "alignment description");
        targetType.ifPresent(type -> Bounds.require(
                Vocabulary.ALIGNMENT_TARGETS.contains(type) || Vocabulary.isExtension(type),
                "not an alignment target type: " + type));
    }

    public static Alignment of(String targetName, URI targetUrl) {
        return new Alignment(
                targetName, targetUrl, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    JsonObject toJson() {
        return new Members()
                .list("type", List.of("Alignment"))
                .add("targetName", targetName)
                .add("targetUrl", targetUrl.toString())
                .add("targetFramework", targetFramework)
                .add("targetCode", targetCode)
                .add("targetDescription", targetDescription)
                .add("targetType", targetType)
                .build();
    }
}
