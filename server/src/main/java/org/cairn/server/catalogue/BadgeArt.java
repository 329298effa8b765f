package org.cairn.server.catalogue;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/// The badge of a spec that has no picture of its own: a cairn whose stones and colours follow from its id, so that
/// each looks different and always the same.
final class BadgeArt {
    private static final int SIDE = 400;
    private static final double GROUND = 312;

    private final List<Stone> stones;
    private final float hue;

    private BadgeArt(List<Stone> stones, float hue) {
        this.stones = stones;
        this.hue = hue;
    }

    private record Stone(double x, double y, double width, double height, float shade) {}

    static BadgeArt of(UUID id) {
        var random = new SplittableRandom(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
        var stones = new ArrayList<Stone>();
        var width = 220 + random.nextDouble(50);
        var bottom = GROUND;
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            var height = width * (0.24 + random.nextDouble(0.1));
            var x = SIDE / 2.0 - width / 2 + (random.nextDouble() - 0.5) * width * 0.16;
            stones.add(new Stone(x, bottom - height, width, height, 0.55f + random.nextFloat(0.35f)));
            bottom -= height * 0.92;
            width *= 0.66 + random.nextDouble(0.14);
        }
        return new BadgeArt(List.copyOf(stones), random.nextFloat());
    }

    String svg() {
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">\
                <rect width="400" height="400" rx="88" fill="%s"/>\
                <circle cx="298" cy="104" r="34" fill="%s"/>""".formatted(hex(ground()), hex(sun())));
        for (var stone : stones) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<ellipse cx=\"%.1f\" cy=\"%.1f\" rx=\"%.1f\" ry=\"%.1f\" fill=\"%s\"/>",
                    stone.x() + stone.width() / 2,
                    stone.y() + stone.height() / 2,
                    stone.width() / 2,
                    stone.height() / 2,
                    hex(colour(stone))));
        }
        return svg.append("</svg>").toString();
    }

    byte[] png() {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(ground());
        pen.fill(new RoundRectangle2D.Double(0, 0, SIDE, SIDE, 176, 176));
        pen.setColor(sun());
        pen.fill(new Ellipse2D.Double(264, 70, 68, 68));
        for (var stone : stones) {
            pen.setColor(colour(stone));
            pen.fill(new Ellipse2D.Double(stone.x(), stone.y(), stone.width(), stone.height()));
        }
        pen.dispose();
        return Images.png(image);
    }

    private Color ground() {
        return Color.getHSBColor(hue, 0.14f, 0.95f);
    }

    private Color sun() {
        return Color.getHSBColor(hue + 0.45f, 0.55f, 0.95f);
    }

    private Color colour(Stone stone) {
        return Color.getHSBColor(hue, 0.45f, stone.shade() * 0.75f);
    }

    private static String hex(Color colour) {
        return String.format("#%06x", colour.getRGB() & 0xffffff);
    }
}
