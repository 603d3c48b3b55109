package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.RoundTripChart;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.util.Comparator;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The figures of one link, whichever is shown. */
final class LinkPane extends VBox {

    private final Texts texts;
    private final Label heading = ColourEmoji.in(new Label());
    private final GridPane figures = new GridPane();
    private final RoundTripChart chart = new RoundTripChart();
    private int row;

    LinkPane(Texts texts) {
        this.texts = texts;
        getStyleClass().add("link-pane");
        heading.getStyleClass().add("heading");
        figures.getStyleClass().add("figures");
        getChildren().addAll(heading, figures, chart);
    }

    void show(LinkFigures now) {
        row = 0;
        figures.getChildren().clear();
        heading.setText(now.original() ? texts.get("stats.original.name", now.name()) : now.name());
        add("stats.here.label", now.here());
        add("stats.there.label", now.there());
        add(
                "stats.since.label",
                texts.get("stats.since.value", new Amount.Moment(now.since()), new Amount.Span(now.connectedFor())));
        add("stats.round-trip.label", roundTrip(now));
        add("stats.messages.label", bothWays(now.messagesOut(), now.messagesIn(), count -> count));
        add("stats.bytes.label", bothWays(now.bytesOut(), now.bytesIn(), Amount.Bytes::new));
        add("stats.files.label", files(now));
        add("stats.encryption.label", texts.get(now.encrypted() ? "stats.encryption.yes" : "stats.encryption.no"));
        chart.show(now.roundTrips(), highest(now));
        chart.setAccessibleText(texts.get("stats.round-trip.accessible") + ": " + roundTrip(now));
    }

    private String roundTrip(LinkFigures now) {
        return now.roundTrip()
                .flatMap(last -> now.typicalRoundTrip()
                        .map(typical ->
                                texts.get("stats.round-trip.value", new Amount.Delay(last), new Amount.Delay(typical))))
                .orElseGet(() -> texts.get("stats.round-trip.unknown"));
    }

    private String highest(LinkFigures now) {
        return now.roundTrips().stream()
                .max(Comparator.naturalOrder())
                .map(most -> texts.get("stats.round-trip.highest", new Amount.Delay(most)))
                .orElseGet(() -> texts.get("stats.round-trip.unknown"));
    }

    private String files(LinkFigures now) {
        String done = bothWays(now.filesOut(), now.filesIn(), count -> count);
        return now.filesUnderWay() == 0 ? done : texts.get("stats.files.under-way", done, now.filesUnderWay());
    }

    private String bothWays(long out, long in, Function<Long, Object> writing) {
        return texts.get(Phrase.of("stats.both-ways", writing.apply(out), writing.apply(in)));
    }

    private void add(String key, String value) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("label-of-figure");
        GridPane.setValignment(label, VPos.TOP);
        Label figure = new Label(value);
        figure.getStyleClass().add("figure");
        figure.setWrapText(true);
        figures.addRow(row++, label, figure);
    }
}
