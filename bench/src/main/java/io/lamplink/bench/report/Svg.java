package io.lamplink.bench.report;

import java.util.Locale;

/** Writes a drawing as SVG, shape by shape. Lengths are in pixels, from the upper left. */
final class Svg {
    private static final String FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif";

    private final StringBuilder shapes = new StringBuilder();
    private final double width;
    private final double height;

    /** Where a text stands relative to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    Svg box(double x, double y, double boxWidth, double boxHeight, double radius, String colour) {
        return element(
                "rect", "", "x", x, "y", y, "width", boxWidth, "height", boxHeight, "rx", radius, "fill", colour);
    }

    Svg line(double x1, double y1, double x2, double y2, double thickness, String colour) {
        return element("line", "", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke-width", thickness, "stroke", colour);
    }

    Svg dot(double x, double y, double radius, String colour) {
        return element("circle", "", "cx", x, "cy", y, "r", radius, "fill", colour);
    }

    Svg text(double x, double y, Anchor anchor, double size, String colour, String text) {
        String at = anchor.name().toLowerCase(Locale.ROOT);
        return element("text", text, "x", x, "y", y, "text-anchor", at, "font-size", size, "fill", colour);
    }

    Svg heading(double x, double y, double size, String colour, String text) {
        return element("text", text, "x", x, "y", y, "font-size", size, "font-weight", "600", "fill", colour);
    }

    /** The whole drawing; {@code title} is for those who cannot see it. */
    String done(String title) {
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" role="img" font-family="%s">
                <title>%s</title>
                %s</svg>
                """,
                number(width),
                number(height),
                number(width),
                number(height),
                FONT,
                escape(title),
                shapes);
    }

    /** An element with {@code content}, and attributes given as names and values in turn. */
    private Svg element(String name, String content, Object... attributes) {
        shapes.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1] instanceof Double length ? number(length) : attributes[i + 1].toString();
            shapes.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
        if (content.isEmpty()) {
            shapes.append("/>\n");
        } else {
            shapes.append('>').append(escape(content)).append("</").append(name).append(">\n");
        }
        return this;
    }

    /** At most one decimal, and none where it is 0. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
