package io.lamplink.bench.report;

import io.lamplink.bench.figures.Delays;
import io.lamplink.bench.figures.Results;
import io.lamplink.bench.report.Svg.Anchor;
import java.util.List;
import java.util.Locale;

/** Draws results: bars of throughput against the reference, and the spread of chat round trips on a logarithmic scale. */
public final class Plot {
    private static final double WIDTH = 960;
    private static final double MARGIN = 28;
    private static final double LEFT = 330;
    private static final double RIGHT = 800;
    private static final double ROW = 34;
    private static final double BAR = 20;
    private static final double HEADING = 92;
    private static final double FOOT = 44;

    private static final String PAPER = "#ffffff";
    private static final String INK = "#1f2733";
    private static final String FAINT = "#667085";
    private static final String GRID = "#e3e7ee";
    private static final String GREY = "#a9b2c0";
    private static final String BLUE = "#2f6fd6";
    private static final String RED = "#c7342b";

    private final Results results;
    private final double split;
    private final double height;
    private final Svg svg;

    private Plot(Results results) {
        this.results = results;
        this.split = results.bars().isEmpty() ? 0 : HEADING + results.bars().size() * ROW + FOOT;
        this.height = split
                + (results.delays().isEmpty() ? 0 : HEADING + results.delays().size() * ROW + FOOT);
        this.svg = new Svg(WIDTH, height);
    }

    /** The drawing as SVG. */
    public static String of(Results results) {
        return new Plot(results).draw();
    }

    private String draw() {
        svg.box(0, 0, WIDTH, height, 12, PAPER);
        if (!results.bars().isEmpty()) {
            drawThroughput();
        }
        if (!results.delays().isEmpty()) {
            drawDelays();
        }
        return svg.done("Throughput against the reference, and chat round trips");
    }

    // --- throughput ---

    private void drawThroughput() {
        List<Results.Bar> bars = results.bars();
        heading(0, "Throughput against the reference", "A longer bar is faster. A red mark is the target.");
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.ratio(), bar.target()))
                .max()
                .orElse(1);
        Scale scale = Scale.linear(0, Math.ceil(most * 4) / 4, LEFT, RIGHT);
        double bottom = HEADING + bars.size() * ROW;
        for (double ratio = 0; ratio <= scale.end(); ratio += 0.25) {
            grid(scale.at(ratio), HEADING - 8, bottom, String.format(Locale.ROOT, "%.0f %%", 100 * ratio));
        }
        for (int i = 0; i < bars.size(); i++) {
            bar(bars.get(i), scale, HEADING + i * ROW, i == 0 ? GREY : BLUE);
        }
    }

    private void bar(Results.Bar bar, Scale scale, double y, String colour) {
        double middle = y + ROW / 2;
        label(bar.name(), middle);
        svg.box(LEFT, middle - BAR / 2, scale.at(bar.ratio()) - LEFT, BAR, 3, colour);
        if (bar.target() > 0) {
            double x = scale.at(bar.target());
            svg.line(x, middle - BAR / 2 - 4, x, middle + BAR / 2 + 4, 3, RED);
        }
        String value = bar.target() == 0 && bar.ratio() == 1
                ? String.format(Locale.ROOT, "%.0f MB/s", bar.rate())
                : String.format(Locale.ROOT, "%.0f %% · %.0f MB/s", 100 * bar.ratio(), bar.rate());
        svg.text(WIDTH - MARGIN, middle + 5, Anchor.END, 14, INK, value);
    }

    // --- chat ---

    private void drawDelays() {
        List<Delays> all = results.delays();
        heading(
                split,
                "Chat round trips",
                "Half of all texts took no longer than the blue dot, 99 of 100 no longer than the grey one. In ms, logarithmic.");
        double top = split + HEADING;
        double bottom = top + all.size() * ROW;
        double least = all.stream().mapToDouble(Delays::p50).min().orElse(1);
        double most = all.stream().mapToDouble(Delays::p99).max().orElse(1);
        Scale scale = Scale.logarithmic(least, most, LEFT, RIGHT);
        for (double step : scale.steps()) {
            grid(scale.at(step), top - 8, bottom, millis(step));
        }
        for (int i = 0; i < all.size(); i++) {
            spread(all.get(i), scale, top + i * ROW);
        }
    }

    private void spread(Delays delays, Scale scale, double y) {
        double middle = y + ROW / 2;
        label(delays.name(), middle);
        svg.line(scale.at(delays.p50()), middle, scale.at(delays.p99()), middle, 6, GREY);
        svg.dot(scale.at(delays.p99()), middle, 6, GREY);
        svg.dot(scale.at(delays.p50()), middle, 6, BLUE);
        String value = millis(delays.p50()) + " – " + millis(delays.p99()) + " ms";
        svg.text(WIDTH - MARGIN, middle + 5, Anchor.END, 14, INK, value);
    }

    /** Two digits that count, more only before the point. */
    static String millis(double value) {
        int decimals = value >= 10 ? 0 : value >= 1 ? 1 : 2;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    // --- both ---

    private void heading(double y, String title, String about) {
        svg.heading(MARGIN, y + 38, 20, INK, title);
        svg.text(MARGIN, y + 61, Anchor.START, 13, FAINT, about);
    }

    private void label(String name, double middle) {
        svg.text(LEFT - 14, middle + 5, Anchor.END, 14, INK, name);
    }

    private void grid(double x, double top, double bottom, String text) {
        svg.line(x, top, x, bottom + 2, 1, GRID);
        svg.text(x, bottom + 20, Anchor.MIDDLE, 12, FAINT, text);
    }
}
