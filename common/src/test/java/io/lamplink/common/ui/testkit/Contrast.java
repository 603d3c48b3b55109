package io.lamplink.common.ui.testkit;

import javafx.scene.paint.Color;

/** How far apart two colours are for the eye, as WCAG 2 defines it. */
public final class Contrast {
    private Contrast() {}

    /** From 1, the same, to 21, black and white. */
    public static double between(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
