package org.cairn.skills.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/// How much each [Feature] counts, and how the sum becomes a probability. Fitted by [Tuning]; those that ship
/// are the resource `weights.properties`. Immutable.
record Weights(double[] of, double slope, double offset) {

    static Weights shipped(Means means) {
        Properties all = new Properties();
        try (InputStream in = Weights.class.getResourceAsStream("weights.properties")) {
            if (in == null) {
                throw new IllegalStateException("weights.properties is not on the class path");
            }
            all.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String prefix = means.name().toLowerCase(Locale.ROOT) + ".";
        double[] of = new double[Feature.COUNT];
        for (Feature feature : Feature.values()) {
            of[feature.place()] = number(all, prefix + feature.name().toLowerCase(Locale.ROOT), "0");
        }
        return new Weights(of, number(all, prefix + "slope", "1"), number(all, prefix + "offset", "0"));
    }

    private static double number(Properties all, String name, String otherwise) {
        return Double.parseDouble(all.getProperty(name, otherwise));
    }

    double sum(double[] features) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += of[i] * features[i];
        }
        return sum;
    }

    double probability(double sum) {
        return 1 / (1 + Math.exp(-(slope * sum + offset)));
    }

    /// As lines of `weights.properties`.
    String lines(Means means) {
        String prefix = means.name().toLowerCase(Locale.ROOT) + ".";
        StringBuilder lines = new StringBuilder();
        for (Feature feature : Feature.values()) {
            lines.append(line(prefix + feature.name().toLowerCase(Locale.ROOT), of[feature.place()]));
        }
        return lines.append(line(prefix + "slope", slope))
                .append(line(prefix + "offset", offset))
                .toString();
    }

    private static String line(String name, double value) {
        return String.format(Locale.ROOT, "%s=%.4f%n", name, value);
    }
}
