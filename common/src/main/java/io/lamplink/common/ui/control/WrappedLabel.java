package io.lamplink.common.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Words that take as many lines as they need. JavaFX thread only. */
public final class WrappedLabel extends Label {

    /** No words yet, in {@code style}, a style class. */
    public WrappedLabel(String style) {
        setWrapText(true);
        getStyleClass().add(style);
    }

    /** {@code words} in {@code style}, a style class. */
    public WrappedLabel(String style, ObservableValue<String> words) {
        this(style);
        textProperty().bind(words);
    }

    /** Has it keep all its lines where there is too little room; something else has to give way then. */
    public WrappedLabel whole() {
        setMinHeight(USE_PREF_SIZE);
        return this;
    }
}
