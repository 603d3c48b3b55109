package io.lamplink.common.ui.window;

import io.lamplink.common.ui.theme.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A list of which one is chosen. What it shows follows the language, and what is chosen elsewhere. */
final class Choice<T> extends ComboBox<T> {
    private boolean showing;

    /**
     * A list of {@code choices}.
     *
     * @param words how each is called
     * @param chosen what is chosen, whoever does it; shown also if it is not among the choices
     * @param choose called when a person chooses here; may leave it as it was
     */
    Choice(
            String id,
            ObservableList<T> choices,
            Function<T, ObservableValue<String>> words,
            ObservableValue<T> chosen,
            Consumer<T> choose) {
        setId(id);
        setMaxWidth(Double.MAX_VALUE);
        setCellFactory(_ -> new Cell<>(words));
        setConverter(written(words));
        setButtonCell(new ButtonCell(words));
        chosen.subscribe(this::reflect);
        fill(choices, chosen);
        choices.subscribe(() -> fill(choices, chosen));
        valueProperty().addListener((_, _, now) -> {
            if (!showing && now != null) {
                choose.accept(now);
                reflect(chosen.getValue());
            }
        });
    }

    /**
     * Lets a person type as well. What was typed counts from Enter on, or when the person goes elsewhere or closes the window;
     * Escape takes it back. What cannot be understood leaves it as it was.
     *
     * @param words how each is written
     * @param read what was meant by something typed, if anything
     */
    void letType(Texts texts, Function<T, String> words, Function<String, Optional<T>> read) {
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : words.apply(one);
            }

            @Override
            public @Nullable T fromString(String typed) {
                T meant = read.apply(typed.strip()).orElse(getValue());
                getEditor().setText(toString(meant)); // Nobody else writes it anew when it stays the same.
                return meant;
            }
        });
        setEditable(true);
        getEditor().accessibleTextProperty().bind(accessibleTextProperty());
        getEditor().setText(getConverter().toString(getValue()));
        texts.languageProperty()
                .addListener((_, _, _) -> getEditor().setText(getConverter().toString(getValue())));
        addEventFilter(KeyEvent.KEY_PRESSED, this::endTyping);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .addListener((_, _, shown) -> {
                    if (!Boolean.TRUE.equals(shown)) {
                        commitValue();
                    }
                });
    }

    /** Enter and Escape mean the window only where nothing has been typed. */
    private void endTyping(KeyEvent key) {
        boolean typed =
                !isShowing() && !getEditor().getText().equals(getConverter().toString(getValue()));
        if (typed && key.getCode() == KeyCode.ENTER) {
            commitValue();
            getEditor().selectAll();
            key.consume();
        } else if (typed && key.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            key.consume();
        }
    }

    private void fill(ObservableList<T> choices, ObservableValue<T> chosen) {
        showing = true;
        getItems().setAll(choices);
        reflect(chosen.getValue());
    }

    private void reflect(T now) {
        showing = true;
        setValue(now);
        showing = false;
    }

    private static <T> StringConverter<T> written(Function<T, ObservableValue<String>> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : words.apply(one).getValue();
            }

            @Override
            public @Nullable T fromString(String typed) {
                return null; // Nobody types here.
            }
        };
    }

    /** A way to call each of the choices by a text. */
    static <T> Function<T, ObservableValue<String>> words(Texts texts, Function<T, String> words) {
        return one -> texts.languageProperty().map(_ -> words.apply(one));
    }

    /** Shows what is chosen, also when that is no longer among the choices. */
    private final class ButtonCell extends Cell<T> {

        ButtonCell(Function<T, ObservableValue<String>> words) {
            super(words);
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty) {
                setText(getConverter().toString(getValue())); // not bound: the list's skin sets the same
            }
        }
    }

    private static class Cell<T> extends ListCell<T> {
        private final Function<T, ObservableValue<String>> words;

        Cell(Function<T, ObservableValue<String>> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) {
                setText(null);
            } else {
                textProperty().bind(words.apply(item));
            }
        }
    }
}
