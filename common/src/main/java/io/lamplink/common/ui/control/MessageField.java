package io.lamplink.common.ui.control;

import io.lamplink.common.ui.emoji.EmojiArea;
import io.lamplink.common.ui.keys.Shortcut;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextFormatter;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a message is written: as high as its text, or as its prompt while there is none, from one line to five. Enter sends,
 * Shift+Enter breaks the line.
 */
final class MessageField extends EmojiArea {

    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
    private static final double MOST_LINES = 5;
    /** What border and padding take above and below the text. */
    private static final double FRAME = 18;

    private final int mostCharacters;
    private Runnable onSend = () -> {};
    private Consumer<List<Path>> onFiles = _ -> {};
    private Consumer<Image> onPicture = _ -> {};
    private Runnable onCut = () -> {};
    private final Text ruler = new Text("国Ég");
    private @Nullable Node content;
    private @Nullable Node prompt;

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

    /** Called when a text was too long and its end was left away. */
    void setOnCut(Runnable action) {
        onCut = action;
    }

    void setOnPicture(Consumer<Image> action) {
        onPicture = action;
    }

    /**
     * Pastes text as text; files that were copied elsewhere are sent, and so is a picture. Who copies from a table has both a
     * text and a picture of it, and means the text.
     */
    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            onFiles.accept(clipboard.getFiles().stream().map(File::toPath).toList());
            return;
        }
        Image picture = clipboard.hasString() || !clipboard.hasImage() ? null : clipboard.getImage();
        if (picture != null) {
            onPicture.accept(picture);
        } else {
            super.paste();
        }
    }

    private void onKey(KeyEvent event) {
        if (Shortcut.NEW_LINE.in(event)) {
            replaceSelection("\n");
        } else if (event.getCode() == KeyCode.ENTER) { // As SEND says; with other keys too, as it always was.
            onSend.run();
        } else if (isStep(event)) {
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else {
            return;
        }
        event.consume();
    }

    /** A message has no tabs, so the key leads on, as it does everywhere else. */
    private static boolean isStep(KeyEvent event) {
        return event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown();
    }

    private TextFormatter.@Nullable Change limit(TextFormatter.Change change) {
        int over = change.getControlNewText().length() - mostCharacters;
        if (over > 0) {
            onCut.run();
            String text = change.getText();
            change.setText(text.substring(0, Math.max(0, text.length() - over)));
            change.setCaretPosition(Math.min(
                    change.getCaretPosition(), change.getControlNewText().length()));
            change.setAnchor(change.getCaretPosition());
        }
        return change;
    }

    private void findContent() {
        if (content == null) {
            content = follow(true);
            prompt = follow(false);
        }
    }

    /** What is written, which stands in a group, or the prompt. */
    private @Nullable Node follow(boolean written) {
        Node found = lookupAll(".text").stream()
                .filter(text -> text.getParent() instanceof Group == written)
                .findFirst()
                .orElse(null);
        if (found != null) {
            found.layoutBoundsProperty().subscribe(this::requestLayout);
            found.visibleProperty().subscribe(this::requestLayout);
        }
        return found;
    }

    @Override
    protected double computePrefHeight(double width) {
        findContent();
        double line = lineHeight();
        double needed = Math.max(height(content), height(prompt));
        pseudoClassStateChanged(FULL, needed > MOST_LINES * line + 1);
        return Math.ceil(Math.clamp(needed, line, MOST_LINES * line)) + FRAME;
    }

    private static double height(@Nullable Node text) {
        return text == null || !text.isVisible() ? 0 : text.getLayoutBounds().getHeight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double lineHeight() {
        ruler.setFont(getFont());
        return ruler.getLayoutBounds().getHeight();
    }
}
