package org.cairn.server.portfolio;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// A QR code of an address: as SVG for pages, as PNG for paper. The quiet zone belongs to it.
final class QrCode {
    private static final int QUIET_ZONE = 4;
    private static final int PIXELS_PER_MODULE = 8;

    private final BitMatrix modules;

    QrCode(String text) {
        try {
            // Size 0 asks for one bit per module; M survives a fold in the paper.
            modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    String svg() {
        var path = IntStream.range(0, modules.getHeight())
                .boxed()
                .flatMap(y -> IntStream.range(0, modules.getWidth())
                        .filter(x -> modules.get(x, y))
                        .mapToObj(x -> "M" + x + " " + y + "h1v1h-1z"))
                .collect(Collectors.joining());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <rect width="100%%" height="100%%" fill="#fff"/><path fill="#000" d="%s"/></svg>
                """.formatted(modules.getWidth(), modules.getHeight(), path);
    }

    byte[] png() {
        var side = modules.getWidth() * PIXELS_PER_MODULE;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                image.setRGB(x, y, modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE) ? 0 : 0xFFFFFF);
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
