package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A kind of result the achievement yields, such as a grade; a [Result] refers to it by its `id`.
public record ResultDescription(
        URI id, String name, String resultType, List<String> allowedValues, Optional<String> requiredValue) {

    public ResultDescription {
        Bounds.address(id, "result description id");
        Bounds.line(name, "result description name");
        Bounds.require(
                Vocabulary.RESULTS.contains(resultType) || Vocabulary.isExtension(resultType),
                "not a result type: " + resultType);
        Bounds.few(allowedValues, "allowed values");
        allowedValues.forEach(value -> Bounds.line(value, "allowed value"));
        Bounds.line(requiredValue, "required value");
        allowedValues = List.copyOf(allowedValues);
    }

    JsonObject toJson() {
        return new Members()
                .add("id", id.toString())
                .list("type", List.of("ResultDescription"))
                .add("name", name)
                .add("resultType", resultType)
                .list("allowedValue", allowedValues)
                .add("requiredValue", requiredValue)
                .build();
    }
}
