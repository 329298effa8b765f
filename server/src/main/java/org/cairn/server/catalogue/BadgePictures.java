package org.cairn.server.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Service;

/// The picture of a version, for those who show, bake or print it. Thread-safe.
@Service
public class BadgePictures {
    private final Images images;

    BadgePictures(Images images) {
        this.images = images;
    }

    /// A square PNG: the uploaded picture, else the drawn one.
    public byte[] png(PublishedSpec spec) {
        return spec.content()
                .image()
                .flatMap(images::png)
                .orElseGet(() -> BadgeArt.of(spec.spec().value()).png());
    }

    /// The same as SVG, in UTF-8; an uploaded picture is wrapped.
    public byte[] svg(PublishedSpec spec) {
        return spec.content()
                .image()
                .flatMap(images::png)
                .map(BadgePictures::wrapped)
                .orElseGet(() -> BadgeArt.of(spec.spec().value()).svg())
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Where a page loads the picture from: the lighter of both.
    public String address(PublishedSpec spec) {
        return spec.content().image().map(i -> "/images/" + i).orElse("/catalogue/" + spec.id() + "/badge.svg");
    }

    /// What will be drawn for a draft that has no uploaded picture.
    byte[] drawn(SpecId spec) {
        return BadgeArt.of(spec.value()).svg().getBytes(StandardCharsets.UTF_8);
    }

    private static String wrapped(byte[] png) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">\
                <image width="400" height="400" href="data:image/png;base64,%s"/></svg>""".formatted(Base64.getEncoder().encodeToString(png));
    }
}
