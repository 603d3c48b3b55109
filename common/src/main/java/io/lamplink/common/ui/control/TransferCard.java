package io.lamplink.common.ui.control;

import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows one file or folder under way or arrived, and after it another one if need be. */
final class TransferCard extends VBox {

    private static final PseudoClass COMPLETE = PseudoClass.getPseudoClass("complete");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");

    private final Texts texts;
    private final TransferActions actions;
    private final Node refuge;
    private final FontIcon icon = new FontIcon(Feather.FILE);
    private final FontIcon folder = new FontIcon(Feather.FOLDER);
    private final Label name = ColourEmoji.in(new Label());
    private final Label about = ColourEmoji.in(new Label());
    private final ProgressBar bar = new ProgressBar(0);
    private final Label state = ColourEmoji.in(new Label());
    private final Label missing = ColourEmoji.in(new Label());
    private final Button pause;
    private final Button resume;
    private final Button dismiss;
    private final Button cancel;
    private final Button download;
    private final Button open;
    private final Button show;
    private final ToggleButton expand = new ToggleButton();
    private final FontIcon chevron = new FontIcon(Feather.CHEVRON_DOWN);
    private @Nullable ReceiverList receivers;
    private @Nullable UUID shown;

    /** A card that shows nothing yet; {@code refuge} gets the focus where no button of the card should have it. */
    TransferCard(Texts texts, TransferActions actions, Node refuge) {
        this.texts = texts;
        this.actions = actions;
        this.refuge = refuge;
        getStyleClass().add("transfer-card");
        setFocusTraversable(false);
        pause = iconButton(Feather.PAUSE, "transfer.pause.button", "pause", TransferActions::pause);
        resume = iconButton(Feather.PLAY, "transfer.resume.button", "resume", TransferActions::resume);
        dismiss = iconButton(Feather.X, "transfer.dismiss.button", "dismiss", TransferActions::dismiss);
        cancel = button("transfer.cancel.button", "cancel", TransferActions::cancel);
        download = button("transfer.download.button", "download", TransferActions::download);
        open = button("transfer.open.button", "open", TransferActions::open);
        show = button("transfer.show.button", "show", TransferActions::showInFolder);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(name.textProperty());
        words(missing, "missing");
        missing.managedProperty().bind(missing.visibleProperty());
        getChildren().addAll(head(), bar, missing, foot());
    }

    private void arrangeExpand() {
        expand.getStyleClass().setAll("toggle-button", "icon-button", "expand");
        expand.setGraphic(chevron);
        expand.accessibleTextProperty().bind(texts.bind("transfer.expand.button"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("transfer.expand.button"));
        expand.setTooltip(tooltip);
        expand.managedProperty().bind(expand.visibleProperty());
    }

    private HBox head() {
        name.getStyleClass().add("name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(ColourEmoji.in(new Tooltip()));
        folder.getStyleClass().add("folder");
        words(about, "about");
        folder.managedProperty().bind(folder.visibleProperty());
        HBox title = new HBox(folder, name);
        title.getStyleClass().add("title");
        VBox lines = new VBox(title, about);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        arrangeExpand();
        HBox head = new HBox(icon, lines, expand, pause, resume, dismiss);
        head.getStyleClass().add("head");
        return head;
    }

    private CardFoot foot() {
        words(state, "state");
        return new CardFoot(state, cancel, download, open, show);
    }

    private static void words(Label label, String styleClass) {
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
    }

    private Button button(String key, String styleClass, BiConsumer<TransferActions, UUID> action) {
        Button button = new Button();
        button.getStyleClass().addAll("link-button", styleClass);
        button.textProperty().bind(texts.bind(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> {
            if (shown != null) {
                action.accept(actions, shown);
            }
        });
        return button;
    }

    private Button iconButton(Feather glyph, String key, String styleClass, BiConsumer<TransferActions, UUID> action) {
        Button button = button(key, styleClass, action);
        button.getStyleClass().setAll("button", "icon-button", styleClass);
        button.setGraphic(new FontIcon(glyph));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(button.textProperty());
        button.setTooltip(tooltip);
        return button;
    }

    void show(TransferItem item) {
        shown = item.id();
        TransferItem.Stage stage = item.stage();
        pseudoClassStateChanged(COMPLETE, stage.ended() && stage != TransferItem.Stage.FAILED);
        pseudoClassStateChanged(FAILED, stage == TransferItem.Stage.FAILED);
        pseudoClassStateChanged(PAUSED, stage == TransferItem.Stage.PAUSED);
        pseudoClassStateChanged(TROUBLED, isTroubled(item.hold()));
        icon.setIconCode(glyph(item));
        name.setText(item.name());
        folder.setVisible(item.folder());
        name.getTooltip().setText(item.name());
        about.setText(texts.whole(TransferWords.about(item)));
        bar.setProgress(stage == TransferItem.Stage.SAVING ? ProgressBar.INDETERMINATE_PROGRESS : item.progress());
        state.setText(texts.whole(TransferWords.state(item)));
        showMissing(TransferWords.missing(item));
        setAccessibleText(spoken(item));
        showButtons(item);
    }

    /** Offers to show how it stands with each of {@code rows}, and does while {@code expanded}. */
    void show(ObservableList<TransferRow> rows, boolean expanded, Runnable onExpand) {
        boolean several = rows.size() > 1;
        expand.setVisible(several);
        expand.setSelected(several && expanded);
        expand.setOnAction(_ -> onExpand.run());
        chevron.setIconCode(several && expanded ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
        if (several && expanded) {
            ReceiverList list = receivers == null ? new ReceiverList(texts, actions) : receivers;
            receivers = list;
            list.show(rows);
            if (!getChildren().contains(list)) {
                getChildren().add(list);
            }
        } else if (receivers != null) {
            getChildren().remove(receivers);
            receivers.show(FXCollections.emptyObservableList());
        }
    }

    private void showMissing(@Nullable Phrase words) {
        missing.setText(words == null ? "" : texts.get(words));
        missing.setVisible(words != null);
    }

    private String spoken(TransferItem item) {
        String what = item.folder() ? texts.get("transfer.folder.accessible", item.name()) : item.name();
        String said = texts.get("transfer.card.accessible", what, TransferWords.about(item), TransferWords.state(item));
        return missing.isVisible() ? texts.get("transfer.card.missing", said, missing.getText()) : said;
    }

    private static boolean isTroubled(TransferItem.@Nullable Hold hold) {
        return hold != null && hold.cause() == TransferItem.Cause.TROUBLE;
    }

    private static Feather glyph(TransferItem item) {
        return switch (item.stage()) {
            case COMPLETE, SAVED -> Feather.CHECK_CIRCLE;
            case FAILED -> Feather.ALERT_CIRCLE;
            case PAUSED -> glyph(item.hold());
            case WAITING, MOVING, CHECKING, SAVING ->
                item.incoming() ? Feather.ARROW_DOWN_CIRCLE : Feather.ARROW_UP_CIRCLE;
        };
    }

    private static Feather glyph(TransferItem.@Nullable Hold hold) {
        return switch (hold == null ? TransferItem.Cause.HERE : hold.cause()) {
            case HERE, THERE -> Feather.PAUSE_CIRCLE;
            case COMPARING -> Feather.SEARCH;
            case AWAY -> Feather.CLOCK;
            case TROUBLE -> Feather.ALERT_TRIANGLE;
        };
    }

    private void showButtons(TransferItem item) {
        TransferItem.Stage stage = item.stage();
        boolean saved = stage == TransferItem.Stage.SAVED;
        boolean sent = stage == TransferItem.Stage.COMPLETE && !item.incoming();
        Set<Button> wanted = new LinkedHashSet<>();
        want(wanted, pause, item.pausable());
        want(wanted, resume, item.resumable());
        want(wanted, cancel, item.cancellable());
        want(wanted, download, item.downloadable());
        want(wanted, open, saved && item.openable());
        want(wanted, show, saved || sent);
        want(wanted, dismiss, stage.ended() && !item.downloadable());
        wanted.forEach(button -> button.setVisible(true));
        passFocusOn(wanted);
        buttons().filter(button -> !wanted.contains(button)).forEach(button -> button.setVisible(false));
    }

    private static void want(Set<Button> wanted, Button button, boolean really) {
        if (really) {
            wanted.add(button);
        }
    }

    /**
     * A button with the focus that is about to go hands it to the one in its place. JavaFX would give it to whichever comes
     * next, and that may be Cancel, under the finger of somebody who has just pressed Resume.
     */
    private void passFocusOn(Set<Button> wanted) {
        Button losing = focused().filter(button -> !wanted.contains(button)).orElse(null);
        if (losing == null) {
            return;
        }
        Node heir = Stream.of(pause, resume, download, open, show, dismiss)
                .filter(wanted::contains)
                .map(Node.class::cast)
                .findFirst()
                .orElse(refuge);
        FocusRing.of(losing).moveTo(heir);
    }

    private Stream<Button> buttons() {
        return Stream.of(pause, resume, dismiss, cancel, download, open, show);
    }

    /** Which of its buttons has the focus. */
    Optional<Button> focused() {
        return buttons().filter(Node::isFocused).findFirst();
    }

    /** The first button that can be pressed. */
    Optional<Button> firstButton() {
        return buttons().filter(Node::isVisible).findFirst();
    }

    /** The last button that can be pressed. */
    Optional<Button> lastButton() {
        return buttons().filter(Node::isVisible).reduce((_, last) -> last);
    }

    /** The button of that style class, if it can be pressed. */
    Optional<Button> button(String styleClass) {
        return buttons()
                .filter(button -> button.isVisible() && button.getStyleClass().contains(styleClass))
                .findFirst();
    }
}
