package org.cairn.server.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a rule pack, strictly: a misspelt name is an error with its line, not a rule that silently never fails.
final class RulePackFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private RulePackFile() {}

    /// @throws IllegalStateException naming file, line and what to mend
    static RulePack read(String resource) {
        try (InputStream in = RulePackFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The rule pack " + resource + " is missing from the application.");
            }
            return read(resource, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RulePack read(String name, InputStream in) {
        try {
            return JSON.readValue(in, RulePack.class);
        } catch (JacksonException e) {
            var at = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            var where = e instanceof DatabindException d ? " at " + d.getPathReference() : "";
            throw new IllegalStateException("Rule pack " + name + at + where + ": " + e.getOriginalMessage(), e);
        }
    }
}
