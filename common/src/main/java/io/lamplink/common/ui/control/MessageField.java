package io.lamplink.common.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Where a message is written: as high as its text, from one line to five. Enter sends, Shift+Enter breaks the line. */
final class MessageField extends TextArea {

    private static final double MOST_LINES = 5;

    private final int mostCharacters;
    private Runnable onSend = () -> {};
    private Consumer<List<Path>> onFiles = _ -> {};
    private @Nullable Node content;

    MessageField(int mostCharacters) {
        this.mostCharacters = mostCharacters;
        getStyleClass().add("message-field");
        setWrapText(true);
        setPrefRowCount(1);
        setTextFormatter(new TextFormatter<>(this::limit));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        skinProperty().subscribe(this::findContent);
    }

    void setOnSend(Runnable action) {
        onSend = action;
    }

    void setOnFiles(Consumer<List<Path>> action) {
        onFiles = action;
    }

    /** Pastes text as text; files that were copied elsewhere are sent. */
    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            onFiles.accept(clipboard.getFiles().stream().map(File::toPath).toList());
        } else {
            super.paste();
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER) {
            return;
        }
        event.consume();
        if (event.isShiftDown()) {
            replaceSelection("\n");
        } else {
            onSend.run();
        }
    }

    private TextFormatter.@Nullable Change limit(TextFormatter.Change change) {
        int over = change.getControlNewText().length() - mostCharacters;
        if (over > 0) {
            String text = change.getText();
            change.setText(text.substring(0, Math.max(0, text.length() - over)));
            change.setCaretPosition(Math.min(
                    change.getCaretPosition(), change.getControlNewText().length()));
            change.setAnchor(change.getCaretPosition());
        }
        return change;
    }

    private void findContent() {
        Node found = lookup(".text");
        if (found != null && !found.equals(content)) {
            content = found;
            found.layoutBoundsProperty().subscribe(this::requestLayout);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        findContent();
        Node text = content;
        double line = lineHeight();
        double lines = text == null ? line : text.getLayoutBounds().getHeight();
        return Math.ceil(Math.clamp(lines, line, MOST_LINES * line)) + around();
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.ceil(lineHeight()) + around();
    }

    private double lineHeight() {
        return Math.ceil(getFont().getSize() * 1.4);
    }

    /** What frames and paddings take. */
    private double around() {
        return 20;
    }
}
