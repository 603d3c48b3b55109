package io.lamplink.common.ui.window;

import io.lamplink.common.session.Session;
import io.lamplink.common.ui.control.TimeChart.Sample;
import io.lamplink.common.ui.control.WrappedLabel;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The figures of one link, whichever is shown, and two charts of how they were over the last two minutes. */
final class LinkPane extends VBox {

    private static final double NAMES = 112;

    private final Texts texts;
    private final Label heading = ColourEmoji.in(new Label());
    private final GridPane figures = new GridPane();
    private final Map<String, Label> values = new HashMap<>();
    private final ChartPane roundTrip = new ChartPane("roundTripChart", Throughput.SPAN, "round-trip");
    private final ChartPane throughput = new ChartPane("throughputChart", Throughput.SPAN, "out", "in");

    LinkPane(Texts texts) {
        this.texts = texts;
        getStyleClass().add("link-pane");
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        figures.getStyleClass().add("figures");
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        figures.getColumnConstraints().setAll(new ColumnConstraints(NAMES, NAMES, NAMES), rest);
        getChildren().addAll(heading, figures, roundTrip, throughput);
    }

    void show(LinkFigures now) {
        heading.setText(now.original() ? texts.get("stats.original.name", now.name()) : now.name());
        put("stats.here.label", now.here());
        put("stats.there.label", now.there());
        put(
                "stats.since.label",
                texts.get("stats.since.value", new Amount.Moment(now.since()), new Amount.Span(now.connectedFor())));
        put("stats.messages.label", bothWays(now.messagesOut(), now.messagesIn(), count -> count));
        put("stats.bytes.label", bothWays(now.bytesOut(), now.bytesIn(), Amount.Bytes::new));
        put("stats.files.label", files(now));
        put("stats.encryption.label", texts.get(now.encrypted() ? "stats.encryption.yes" : "stats.encryption.no"));
        showRoundTrip(now);
        showThroughput(now);
    }

    private void showRoundTrip(LinkFigures now) {
        name(roundTrip, "stats.round-trip.label");
        List<Sample> samples = samples(now.roundTrips());
        double highest = highest(List.of(samples));
        String value = now.roundTrip()
                .flatMap(last -> now.typicalRoundTrip()
                        .map(typical ->
                                texts.get("stats.round-trip.value", new Amount.Delay(last), new Amount.Delay(typical))))
                .orElseGet(() -> texts.get("stats.round-trip.unknown"));
        String top = samples.isEmpty()
                ? ""
                : texts.get("stats.chart.highest", new Amount.Delay(Duration.ofNanos((long) highest)));
        roundTrip.show(List.of(value), List.of(samples), top, spoken("stats.round-trip.label", value, top));
    }

    /** The newest is at most one ping old, and they follow each other as pings do. */
    private static List<Sample> samples(List<Duration> roundTrips) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < roundTrips.size(); i++) {
            Duration age = Session.PING_EVERY.multipliedBy(roundTrips.size() - 1L - i);
            if (age.compareTo(Throughput.SPAN) <= 0) {
                samples.add(new Sample(age, roundTrips.get(i).toNanos()));
            }
        }
        return samples;
    }

    private void showThroughput(LinkFigures now) {
        name(throughput, "stats.throughput.label");
        List<List<Sample>> lines = List.of(samples(now, Throughput.Rate::out), samples(now, Throughput.Rate::in));
        if (now.rates().isEmpty()) {
            String unknown = texts.get("stats.throughput.unknown");
            throughput.show(List.of(unknown, ""), lines, "", spoken("stats.throughput.label", unknown, ""));
            return;
        }
        Throughput.Rate last = now.rates().getLast();
        String out = texts.get("stats.throughput.out", new Amount.Speed(last.out()));
        String in = texts.get("stats.throughput.in", new Amount.Speed(last.in()));
        String top = texts.get("stats.chart.highest", new Amount.Speed(highest(lines)));
        throughput.show(List.of(out, in), lines, top, spoken("stats.throughput.label", out + " · " + in, top));
    }

    private static List<Sample> samples(LinkFigures now, ToDoubleFunction<Throughput.Rate> way) {
        return now.rates().stream()
                .map(rate -> new Sample(Duration.between(rate.at(), now.at()), way.applyAsDouble(rate)))
                .toList();
    }

    private static double highest(List<List<Sample>> lines) {
        return lines.stream()
                .flatMap(List::stream)
                .mapToDouble(Sample::value)
                .max()
                .orElse(0);
    }

    private void name(ChartPane chart, String key) {
        chart.name(texts.get(key), ago(), texts.get("stats.chart.now"));
    }

    private String ago() {
        return texts.get("stats.chart.ago", new Amount.Span(Throughput.SPAN));
    }

    private String spoken(String key, String value, String top) {
        return texts.get("stats.chart.accessible", texts.get(key), ago(), top.isEmpty() ? value : value + " · " + top);
    }

    private String files(LinkFigures now) {
        String done = bothWays(now.filesOut(), now.filesIn(), count -> count);
        return now.filesUnderWay() == 0 ? done : texts.get("stats.files.under-way", done, now.filesUnderWay());
    }

    private String bothWays(long out, long in, Function<Long, Object> writing) {
        return texts.get(Phrase.of("stats.both-ways", writing.apply(out), writing.apply(in)));
    }

    /** The nodes stay, so that a screen reader or a person who has marked one is not thrown out each second. */
    private void put(String key, String value) {
        values.computeIfAbsent(key, this::newRow).setText(value);
    }

    private Label newRow(String key) {
        Label label = new WrappedLabel("label-of-figure", texts.bind(key)).whole();
        GridPane.setValignment(label, VPos.TOP);
        Label figure = new WrappedLabel("figure").whole();
        figures.addRow(values.size(), label, figure);
        return figure;
    }
}
