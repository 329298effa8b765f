package org.cairn.skills.taxonomy;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON from outside, with limits, and what both formats do alike.
final class FrameworkJson {
    private static final int LONGEST_DOCUMENT = 16 << 20;
    private static final Pattern UUID_AT_END = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$");

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(30)
                            .maxStringLength(100_000)
                            .maxNumberLength(50)
                            .maxDocumentLength(LONGEST_DOCUMENT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private FrameworkJson() {}

    static JsonNode read(String text) throws TaxonomyException {
        if (text.length() > LONGEST_DOCUMENT) {
            throw new TaxonomyException("The document is longer than " + (LONGEST_DOCUMENT >> 20) + " MB.");
        }
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new TaxonomyException("The document is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// A text member, or empty.
    static String text(JsonNode of, String name) {
        JsonNode value = of.path(name);
        return value.isString() ? value.asString() : "";
    }

    static Stream<JsonNode> list(JsonNode of, String name) {
        JsonNode value = of.path(name);
        return value.isArray() ? value.valueStream() : Stream.empty();
    }

    static ConceptUri uri(JsonNode of, String name) {
        return new ConceptUri(text(of, name).strip());
    }

    static Optional<ConceptUri> maybeUri(JsonNode of, String name) {
        return Optional.of(text(of, name).strip()).filter(ConceptUri::isOne).map(ConceptUri::new);
    }

    /// A date-time, else the one given.
    static Instant time(JsonNode of, String name, Instant otherwise) {
        try {
            return OffsetDateTime.parse(text(of, name)).toInstant();
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    static String time(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toString();
    }

    /// The UUID that a URI ends with; where it has none, one made from it, always the same.
    static String identifier(ConceptUri uri) {
        var found = UUID_AT_END.matcher(uri.value());
        return found.find()
                ? found.group().toLowerCase(Locale.ROOT)
                : UUID.nameUUIDFromBytes(uri.value().getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
