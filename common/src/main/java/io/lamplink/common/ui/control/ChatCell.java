package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.control.LogSelection.Spot;
import io.lamplink.common.ui.theme.Texts;
import java.net.URI;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Shows one line of the log, under the line of a new day and that of what is unread where they belong. Its nodes are made
 * once and filled again for each line it shows; those not needed stay where they are, unseen, because the mouse may be
 * dragging one.
 */
final class ChatCell extends ListCell<ChatEntry> {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private final Texts texts;
    private final ChatLog log;
    private final Bubble bubble;
    private final ChatRow bubbleRow;
    private final SelectableText notice = new SelectableText(14, 14);
    private final PictureButton picture = new PictureButton();
    private final ChatRow noticeRow;
    private final Label divider = new Label();
    private final AcrossLine day = new AcrossLine("day-line");
    private final AcrossLine unread = new AcrossLine("unread-line");
    private final VBox column = new VBox(day, unread);
    private @Nullable SelectableText text;

    ChatCell(ChatLog log, Texts texts, Consumer<URI> onLink) {
        this.log = log;
        this.texts = texts;
        getStyleClass().add("chat-cell");
        column.getStyleClass().add("column");
        bubble = new Bubble(texts);
        bubble.text().setOnLink(onLink);
        bubbleRow = new ChatRow(bubble);
        VBox pill = new VBox(notice);
        pill.getStyleClass().add("pill");
        picture.managedProperty().bind(picture.visibleProperty());
        VBox said = new VBox(pill, picture);
        said.getStyleClass().add("said");
        noticeRow = new ChatRow(said);
        noticeRow.setSide(ChatRow.Side.CENTRE);
        log.lookProperty().addListener((_, _, _) -> showAgain());
        log.selection().versionProperty().addListener((_, _, _) -> showSelection());
        divider.getStyleClass().add("divider");
        divider.setMaxWidth(Double.MAX_VALUE);
        column.setVisible(false);
        setGraphic(column);
    }

    /** The spot of the log that is nearest to a point of the scene. */
    Spot spotAt(Point2D point) {
        SelectableText shown = text;
        if (shown != null) {
            return new Spot(getIndex(), shown.placeAt(shown.sceneToLocal(point)));
        }
        return new Spot(getIndex(), sceneToLocal(point).getY() < getHeight() / 2 ? 0 : LogSelection.END);
    }

    /** The text that can be selected letter by letter; null if the line has none. */
    @Nullable
    SelectableText text() {
        return text;
    }

    @Override
    protected void updateItem(@Nullable ChatEntry entry, boolean empty) {
        boolean same = entry != null && entry.equals(getItem()) && column.isVisible();
        super.updateItem(entry, empty);
        column.setVisible(entry != null && !empty);
        if (entry == null || empty) {
            text = null;
            setAccessibleText("");
        } else if (!same) {
            show(entry);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
        }
    }

    /** Another number is another place in what is selected, and other lines are before it. */
    @Override
    public void updateIndex(int index) {
        int before = getIndex();
        super.updateIndex(index);
        if (before != index && getItem() != null) {
            showAbove();
            showSelection();
        }
    }

    private void show(ChatEntry entry) {
        text = null;
        Node shown = nodeFor(entry);
        for (Node node : column.getChildren()) {
            if (!(node instanceof AcrossLine)) {
                node.setVisible(node.equals(shown));
                node.setManaged(node.equals(shown));
            }
        }
        if (!column.getChildren().contains(shown)) {
            column.getChildren().removeIf(HostCard.class::isInstance);
            column.getChildren().add(shown);
        }
        pseudoClassStateChanged(FOUND, log.isFound(entry));
        showAbove();
        showSelection();
    }

    private void showAbove() {
        day.show(log.dayAbove(getIndex()));
        ChatEntry entry = getItem();
        unread.show(entry != null && log.isFirstUnread(entry) ? texts.get("chat.unread.line") : "");
    }

    private void showSelection() {
        SelectableText shown = text;
        if (shown != null) {
            shown.select(log.selection().in(getIndex()));
        }
    }

    /** The list passes over cells that it keeps for later and cells whose line is the same. */
    private void showAgain() {
        ChatEntry entry = getItem();
        if (entry != null) {
            show(entry);
        }
    }

    private Node nodeFor(ChatEntry entry) {
        return switch (entry) {
            case ChatEntry.ThisComputer computer -> card(computer);
            case ChatEntry.Notice line -> notice(line);
            case ChatEntry.Own own -> own(own);
            case ChatEntry.Theirs theirs -> theirs(theirs);
            case ChatEntry.Divider line -> divider(line);
        };
    }

    private Node card(ChatEntry.ThisComputer computer) {
        setAccessibleText(ChatLines.text(computer, texts));
        return new HostCard(computer.host(), texts);
    }

    private Node notice(ChatEntry.Notice line) {
        String said = texts.get(line.phrase());
        String safe = SafeText.line(said);
        notice.show(safe, log.looked().marksIn(safe));
        text = notice;
        noticeRow.pseudoClassStateChanged(ERROR, line.tone() == ChatEntry.Tone.ERROR);
        setAccessibleText(said);
        showPicture(line, safe);
        return noticeRow;
    }

    private void showPicture(ChatEntry.Notice line, String said) {
        UUID transfer = line.picture();
        picture.setVisible(transfer != null);
        if (transfer != null) {
            picture.show(log.picture(transfer));
            picture.setAccessibleText(texts.get("chat.picture.accessible", said));
            picture.setOnAction(_ -> log.openPicture(transfer));
        }
    }

    private Node divider(ChatEntry.Divider line) {
        divider.setText(texts.get(line.phrase()));
        setAccessibleText(divider.getText());
        return divider;
    }

    private Node own(ChatEntry.Own own) {
        bubble.mark(log.looked());
        bubble.show(own, log.excerpt(own.id(), own.text()));
        bubble.setOnMore(() -> log.showMore(own, own.text()));
        bubble.setOnRetry(() -> log.retry(own));
        return bubbleRow(ChatRow.Side.END);
    }

    private Node theirs(ChatEntry.Theirs theirs) {
        bubble.mark(log.looked());
        bubble.show(theirs, log.excerpt(theirs.id(), theirs.text()));
        bubble.setOnMore(() -> log.showMore(theirs, theirs.text()));
        return bubbleRow(ChatRow.Side.START);
    }

    private ChatRow bubbleRow(ChatRow.Side side) {
        text = bubble.text();
        bubbleRow.setSide(side);
        setAccessibleText(bubble.getAccessibleText());
        return bubbleRow;
    }

    /** As wide as the log, whatever it shows: text wraps, and nothing scrolls sideways. */
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        return column.isVisible() ? snappedTopInset() + snapSizeY(column.prefHeight(inner)) + snappedBottomInset() : 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        column.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, height);
    }
}
