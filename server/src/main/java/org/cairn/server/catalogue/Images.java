package org.cairn.server.catalogue;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Badge pictures. What is uploaded is drawn anew as a square PNG, so nothing but its pixels is kept. Thread-safe.
@Service
class Images {
    static final int SIDE = 512;
    private static final int LARGEST_FILE = 2 * 1024 * 1024;
    private static final long MOST_PIXELS = 16_000_000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final JdbcClient jdbc;

    Images(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @throws InputException when it is too large or no PNG or JPEG picture
    @Transactional
    ImageId store(Acting by, byte[] upload) {
        if (upload.length > LARGEST_FILE) {
            throw new InputException(Fault.of("picture", "catalogue.picture.tooLarge", LARGEST_FILE / 1024 / 1024));
        }
        var png = redrawn(upload).orElseThrow(() -> new InputException(Fault.of("picture", "catalogue.picture.form")));
        var id = new ImageId(UUID.randomUUID());
        jdbc.sql("""
                insert into image (id, organisation_id, png, sha256, uploaded_at)
                values (:id, :organisation, :png, :sha256, now())
                """)
                .param("id", id.value())
                .param("organisation", by.organisationId().value())
                .param("png", png)
                .param("sha256", sha256(png))
                .update();
        return id;
    }

    Optional<byte[]> png(ImageId id) {
        return jdbc.sql("select png from image where id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getBytes("png"))
                .optional();
    }

    /// @throws InputException when the organisation has no such picture
    void requireOwn(OrganisationId organisation, ImageId id) {
        var own = jdbc.sql("select count(*) from image where id = :id and organisation_id = :organisation")
                .param("id", id.value())
                .param("organisation", organisation.value())
                .query(Integer.class)
                .single();
        if (own == 0) {
            throw new InputException(Fault.of("image", "catalogue.picture.unknown"));
        }
    }

    private static Optional<byte[]> redrawn(byte[] upload) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return isHarmless(reader) ? Optional.of(square(reader.read(0))) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /// Looks at the header only, before a pixel is unpacked: a small file may claim a huge picture.
    private static boolean isHarmless(ImageReader reader) throws IOException {
        return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                && (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
    }

    private static byte[] square(BufferedImage picture) {
        var side = Math.min(SIDE, Math.max(picture.getWidth(), picture.getHeight()));
        var scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        var pen = square.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, (side - width) / 2, (side - height) / 2, width, height, null);
        pen.dispose();
        return png(square);
    }

    static byte[] png(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
