package io.lamplink.common.ui.emoji;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Skin;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;

/**
 * A text field that shows emoji in colour and treats each as one character: the cursor never stands inside it, and one key
 * deletes it. Its text is what was written, so copying, undoing and input methods work as in any field.
 */
public class EmojiArea extends TextArea {

    private String scanned = "";
    private List<EmojiSet.Match> found = List.of();

    /** An empty field. */
    public EmojiArea() {
        getStyleClass().add("emoji-area");
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new EmojiAreaSkin(this);
    }

    /** The emoji of the text, in their order. */
    final List<EmojiSet.Match> emoji() {
        String text = textProperty().getValueSafe();
        if (!text.equals(scanned)) {
            scanned = text;
            found = EmojiSet.get().in(text);
        }
        return found;
    }

    /** Where the cursor is, in this field's coordinates; nothing before the field is shown. */
    public final Optional<Bounds> caretBounds() {
        return getSkin() instanceof TextAreaSkin skin ? Optional.of(skin.getCaretBounds()) : Optional.empty();
    }

    @Override
    public void selectRange(int anchor, int caret) {
        super.selectRange(EmojiMask.outside(anchor, emoji()), EmojiMask.outside(caret, emoji()));
    }

    @Override
    public boolean deletePreviousChar() {
        return (getSelection().getLength() == 0 && isEditable())
                ? emojiBefore(getCaretPosition()).map(this::delete).orElseGet(super::deletePreviousChar)
                : super.deletePreviousChar();
    }

    @Override
    public boolean deleteNextChar() {
        return (getSelection().getLength() == 0 && isEditable())
                ? emojiAfter(getCaretPosition()).map(this::delete).orElseGet(super::deleteNextChar)
                : super.deleteNextChar();
    }

    private boolean delete(EmojiSet.Match emoji) {
        deleteText(emoji.start(), emoji.end());
        return true;
    }

    final Optional<EmojiSet.Match> emojiBefore(int position) {
        return emoji().stream().filter(match -> match.end() == position).findFirst();
    }

    final Optional<EmojiSet.Match> emojiAfter(int position) {
        return emoji().stream().filter(match -> match.start() == position).findFirst();
    }
}
