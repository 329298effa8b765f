package org.cairn.server.hiring;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.SafeCsv;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// An [Export] as a file to take along: `ler-rs.json`, `ats.json` or `ats.csv`. Thread-safe.
@Component
public class Exports {
    public static final List<String> FORMATS = List.of("ler-rs.json", "ats.json", "ats.csv");

    private final JsonMapper json;

    Exports(JsonMapper json) {
        this.json = json;
    }

    /// @throws NotFoundException for a format there is not
    public ResponseEntity<byte[]> file(String format, Export export) {
        return switch (format) {
            case "ler-rs.json" -> json("ler-rs.json", LerRs.of(export, json));
            case "ats.json" -> json("credentials.json", AtsFields.of(export));
            case "ats.csv" ->
                SafeCsv.file(
                        "credentials.csv",
                        AtsFields.NAMES,
                        AtsFields.of(export).stream().map(AtsFields::row).toList());
            default -> throw new NotFoundException("format");
        };
    }

    public ResponseEntity<byte[]> json(String name, Object content) {
        var text = json.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        return new ResponseEntity<>(text.getBytes(StandardCharsets.UTF_8), headers, 200);
    }
}
