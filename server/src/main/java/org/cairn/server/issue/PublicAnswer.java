package org.cairn.server.issue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A document anybody may fetch and keep for a while: cacheable, with a strong entity tag per encoding and type, and
/// open to scripts of other sites, because verifiers run in browsers too. Spring answers 304 where the tag is known.
public final class PublicAnswer {
    private static final int WORTH_PACKING = 1_000;

    private PublicAnswer() {}

    /// @param types what it may be called; the first one the request names, else the first
    public static ResponseEntity<byte[]> of(HttpServletRequest request, String text, Duration fresh, String... types) {
        return of(request, text, fresh, new HttpHeaders(), types);
    }

    /// @param more what else the answer says of itself: links, when it last changed
    public static ResponseEntity<byte[]> of(
            HttpServletRequest request, String text, Duration fresh, HttpHeaders more, String... types) {
        var type = chosen(request, types);
        var body = text.getBytes(StandardCharsets.UTF_8);
        var packed = body.length >= WORTH_PACKING
                && header(request, HttpHeaders.ACCEPT_ENCODING).contains("gzip");
        var tag = tag(type + text) + (packed ? "-gzip" : "");
        var answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .eTag('"' + tag + '"')
                .cacheControl(CacheControl.maxAge(fresh).cachePublic())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .headers(more);
        return packed ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzip(body)) : answer.body(body);
    }

    private static String chosen(HttpServletRequest request, String... types) {
        return Stream.of(header(request, HttpHeaders.ACCEPT).split(","))
                .map(wish -> wish.split(";", 2)[0].strip())
                .filter(List.of(types)::contains)
                .findFirst()
                .orElse(types[0]);
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("").toLowerCase(Locale.ROOT);
    }

    /// What two texts share only when they are the same.
    public static String tag(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
