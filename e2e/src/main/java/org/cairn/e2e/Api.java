package org.cairn.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// REST as a program outside uses it: a key, JSON or CSV in, JSON out.
public final class Api implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;
    private final String key;

    /// @param key the whole API key; empty for calls that need none
    public Api(String origin, String key) {
        this.origin = origin;
        this.key = key;
    }

    /// An answer: its status, and its body where that is JSON.
    public record Answer(int status, JsonNode body) {
        /// @throws IllegalStateException unless the status is a success
        public JsonNode ok() {
            if (status / 100 != 2) {
                throw new IllegalStateException("HTTP " + status + ": " + body);
            }
            return body;
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /// Sends a body of any type.
    public Answer post(String path, String mediaType, byte[] body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    /// Sends JSON.
    public Answer post(String path, Object body) throws IOException, InterruptedException {
        return post(path, "application/json", JSON.writeValueAsBytes(body));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofMinutes(1));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        var type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(
                response.statusCode(), type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode());
    }

    @Override
    public void close() {
        http.close();
    }
}
