package org.cairn.server.publish;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/// Which format a request for JSON-LD wants: the one whose profile it names, else CTDL.
final class Negotiation {
    private static final MediaType JSON_LD = MediaType.parseMediaType(Format.JSON_LD);

    private Negotiation() {}

    /// @param accept as the header has it; blank accepts anything
    /// @throws HttpMediaTypeNotAcceptableException when every acceptable profile is unknown here
    static Format format(String accept) throws HttpMediaTypeNotAcceptableException {
        var wishes = wishes(accept);
        return wishes.isEmpty()
                ? Format.CTDL
                : wishes.stream()
                        .flatMap(Negotiation::meant)
                        .findFirst()
                        .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(List.of(JSON_LD)));
    }

    /// What fits JSON-LD at all, the most wished first.
    private static List<MediaType> wishes(String accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .filter(type -> type.getQualityValue() > 0 && type.isCompatibleWith(JSON_LD))
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList();
        } catch (InvalidMediaTypeException _) {
            return List.of();
        }
    }

    /// A profile parameter may hold several addresses, any of which will do.
    private static Stream<Format> meant(MediaType type) {
        return Optional.ofNullable(type.getParameter("profile"))
                .map(p -> p.replace("\"", "").strip().split("\\s+"))
                .map(many -> Arrays.stream(many).flatMap(p -> Format.ofProfile(p).stream()))
                .orElseGet(() -> Stream.of(Format.CTDL));
    }
}
