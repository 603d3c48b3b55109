package io.lamplink.common.ui.control;

import java.util.List;
import java.util.stream.DoubleStream;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * Words at the left and buttons at the right of one line. Where the words would have no room there, the buttons go below them;
 * where these have none beside each other, they stand one below the other.
 */
final class CardFoot extends Pane {
    private static final double GAP = 8;
    private static final double LEAST_HEIGHT = 24;

    /** Words that are longer may take several lines beside the buttons. */
    private static final double ENOUGH = 96;

    private final Label words;
    private final List<Button> buttons;

    CardFoot(Label words, Button... buttons) {
        this.words = words;
        this.buttons = List.of(buttons);
        getStyleClass().add("foot");
        getChildren().add(words);
        getChildren().addAll(buttons);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private List<Button> shown() {
        return buttons.stream().filter(Button::isManaged).toList();
    }

    /** What the buttons take of a line, and what is between them and the words. */
    private double taken() {
        return shown().stream()
                .mapToDouble(button -> GAP + snapSizeX(button.prefWidth(-1)))
                .sum();
    }

    private boolean wordsFitBeside(double width) {
        return width - taken() >= Math.min(ENOUGH, words.prefWidth(-1));
    }

    private boolean buttonsFitSideBySide(double width) {
        return taken() - GAP <= width;
    }

    private double buttonsHeight(double width) {
        DoubleStream heights = shown().stream().mapToDouble(button -> snapSizeY(button.prefHeight(-1)));
        return buttonsFitSideBySide(width) ? heights.max().orElse(0) : heights.sum();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(words.prefWidth(-1)) + taken();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? computePrefWidth(-1) : width;
        double high = wordsFitBeside(inner)
                ? Math.max(buttonsHeight(inner), words.prefHeight(inner - taken()))
                : words.prefHeight(inner) + GAP / 2 + buttonsHeight(inner);
        return Math.max(LEAST_HEIGHT, snapSizeY(high));
    }

    @Override
    protected void layoutChildren() {
        boolean line = wordsFitBeside(getWidth());
        double wordsWidth = line ? getWidth() - taken() : getWidth();
        double wordsHeight = snapSizeY(words.prefHeight(wordsWidth));
        words.resizeRelocate(0, line ? snapPositionY((getHeight() - wordsHeight) / 2) : 0, wordsWidth, wordsHeight);
        double high = line ? getHeight() : buttonsHeight(getWidth());
        if (buttonsFitSideBySide(getWidth())) {
            layBeside(getHeight() - high, high);
        } else {
            layBelow(getHeight() - high);
        }
    }

    private void layBeside(double top, double high) {
        double x = getWidth() - taken() + GAP;
        for (Button button : shown()) {
            double height = snapSizeY(button.prefHeight(-1));
            lay(button, x, top + (high - height) / 2);
            x += button.getWidth() + GAP;
        }
    }

    private void layBelow(double top) {
        double y = top;
        for (Button button : shown()) {
            lay(button, getWidth() - snapSizeX(button.prefWidth(-1)), y);
            y += button.getHeight();
        }
    }

    private void lay(Button button, double x, double y) {
        button.resizeRelocate(
                snapPositionX(x), snapPositionY(y), snapSizeX(button.prefWidth(-1)), snapSizeY(button.prefHeight(-1)));
    }
}
