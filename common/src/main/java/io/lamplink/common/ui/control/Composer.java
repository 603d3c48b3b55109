package io.lamplink.common.ui.control;

import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.ui.emoji.EmojiCompletion;
import io.lamplink.common.ui.emoji.EmojiMemory;
import io.lamplink.common.ui.emoji.EmojiPicker;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.theme.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.NamedArg;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where messages are written: emoji, files, folders, the text and Send; a window may add a Download button. */
public final class Composer extends HBox {

    private final Texts texts;
    private final MessageField field = new MessageField(ProtocolLimits.MAX_CHAT_CHARS);
    private final Button emojiButton;
    private final Button fileButton;
    private final Button folderButton;
    private final Button downloadButton;
    private final Button sendButton;
    private final EmojiPicker picker;
    private final BooleanProperty sendable = new SimpleBooleanProperty(this, "sendable");
    private final BooleanProperty writable = new SimpleBooleanProperty(this, "writable");
    private final BooleanProperty downloadable = new SimpleBooleanProperty(this, "downloadable");
    private Runnable onSend = () -> {};

    /** A composer that speaks as {@code texts} does. */
    public Composer(@NamedArg("texts") Texts texts) {
        this(texts, Settings.inMemory());
    }

    /** A composer that remembers in {@code settings} which emoji were used. */
    public Composer(@NamedArg("texts") Texts texts, @NamedArg("settings") Settings settings) {
        this.texts = texts;
        getStyleClass().add("composer");
        setAlignment(Pos.BOTTOM_LEFT);
        EmojiMemory memory = new EmojiMemory(settings);
        picker = new EmojiPicker(texts, memory, this::insert);
        new EmojiCompletion(field, texts, memory).install();
        emojiButton = iconButton("emojiButton", Feather.SMILE, "composer.emoji.button", Shortcut.EMOJI);
        emojiButton.setOnAction(_ -> pickEmoji());
        fileButton = iconButton("sendFileButton", Feather.PAPERCLIP, "composer.file.button", Shortcut.FILES);
        folderButton = iconButton("sendFolderButton", Feather.FOLDER, "composer.folder.button", Shortcut.FOLDER);
        downloadButton = iconButton("downloadButton", Feather.DOWNLOAD, "composer.download.button", Shortcut.DOWNLOAD);
        sendButton = new Button();
        arrange();
        bind();
    }

    private void arrange() {
        field.setId("messageField");
        setHgrow(field, Priority.ALWAYS);
        sendButton.setId("sendButton");
        sendButton.getStyleClass().add("send");
        sendButton.setGraphic(new FontIcon(Feather.SEND));
        sendButton.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(emojiButton, fileButton, folderButton, field, sendButton);
    }

    private void bind() {
        field.promptTextProperty().bind(texts.bind("composer.message.prompt"));
        field.accessibleTextProperty().bind(texts.bind("composer.message.accessible"));
        field.setOnSend(this::send);
        BooleanBinding blank =
                Bindings.createBooleanBinding(() -> field.getText().isBlank(), field.textProperty());
        sendButton.textProperty().bind(texts.bind("composer.send.button"));
        sendButton.setOnAction(_ -> send());
        sendButton.defaultButtonProperty().bind(sendable);
        sendButton.disableProperty().bind(sendable.or(writable).not().or(blank));
        fileButton.disableProperty().bind(sendable.not());
        emojiButton.hoverProperty().subscribe(this::preparePicker);
        emojiButton.focusedProperty().subscribe(this::preparePicker);
        folderButton.disableProperty().bind(sendable.not());
        downloadButton.disableProperty().bind(downloadable.not());
    }

    /** The text as far as it is written. */
    public StringProperty textProperty() {
        return field.textProperty();
    }

    /** Whether a text can be sent though there is nobody now: it waits. */
    public BooleanProperty writableProperty() {
        return writable;
    }

    /** Whether there is somebody to send files to. */
    public BooleanProperty sendableProperty() {
        return sendable;
    }

    /** Whether a file can be saved. */
    public BooleanProperty downloadableProperty() {
        return downloadable;
    }

    /** Called when the text shall be sent; who sends it empties {@link #textProperty}. */
    public void setOnSend(Runnable action) {
        onSend = action;
    }

    /** Called when files shall be chosen. */
    public void setOnChooseFiles(Runnable action) {
        fileButton.setOnAction(_ -> action.run());
    }

    /** Called when a folder shall be chosen. */
    public void setOnChooseFolder(Runnable action) {
        folderButton.setOnAction(_ -> action.run());
    }

    /** Called with files that were pasted. */
    public void setOnFiles(Consumer<List<Path>> action) {
        field.setOnFiles(action);
    }

    /** Called with a picture that was pasted. */
    public void setOnPicture(Consumer<Image> action) {
        field.setOnPicture(action);
    }

    /** Takes what is on the clipboard, as if it had been pasted into the text. */
    public void paste() {
        field.requestFocus();
        field.end();
        field.paste();
    }

    /** Called when a text was too long for one message and its end was left away. */
    public void setOnCut(Runnable action) {
        field.setOnCut(action);
    }

    /** Adds the Download button. */
    public void setOnDownload(Runnable action) {
        downloadButton.setOnAction(_ -> action.run());
        if (!getChildren().contains(downloadButton)) {
            getChildren().add(getChildren().indexOf(sendButton), downloadButton);
        }
    }

    /** What opens above the emoji button, for tests. */
    EmojiPicker picker() {
        return picker;
    }

    /** Puts the cursor into the text. */
    public void focusText() {
        field.requestFocus();
    }

    /** Does what the button of {@code shortcut} does, if it can be pressed now. */
    public void press(Shortcut shortcut) {
        Button button = switch (shortcut) {
            case EMOJI -> emojiButton;
            case FILES -> fileButton;
            case FOLDER -> folderButton;
            case DOWNLOAD -> downloadButton;
            default -> throw new IllegalArgumentException("No button here does " + shortcut + ".");
        };
        button.fire();
    }

    private void send() {
        if (!sendButton.isDisabled()) {
            onSend.run();
            field.requestFocus();
        }
    }

    /** Who points at the button is about to press it. */
    private void preparePicker(boolean near) {
        if (near) {
            picker.prepare(emojiButton);
        }
    }

    private void pickEmoji() {
        picker.showAbove(emojiButton);
    }

    private void insert(String emoji) {
        field.replaceSelection(emoji);
        field.requestFocus();
    }

    private Button iconButton(String id, Ikon icon, String key, Shortcut shortcut) {
        Button button = IconButtons.make(texts, icon, key, shortcut);
        button.setId(id);
        return button;
    }
}
