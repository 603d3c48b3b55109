package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.control.LogSelection.Spot;
import io.lamplink.common.ui.fx.OnDemand;
import io.lamplink.common.ui.theme.Texts;
import java.net.URI;
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
 * Shows one line of the log, under the line of a new day and that of what is unread where they belong. Its nodes are made when
 * a line first needs them and filled again for each line it shows; those not needed stay where they are, unseen, because the
 * mouse may be dragging one.
 */
final class ChatCell extends ListCell<ChatEntry> {

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private final Texts texts;
    private final ChatLog log;
    private final OnDemand<Bubble> bubble;
    private final OnDemand<ChatRow> bubbleRow;
    private final OnDemand<NoticeLine> notice;
    private final OnDemand<ChatRow> noticeRow = new OnDemand<>(this::makeNoticeRow);
    private final OnDemand<Label> divider = new OnDemand<>(ChatCell::makeDivider);
    private final OnDemand<AcrossLine> day = new OnDemand<>(() -> makeAbove("day-line", 0));
    private final OnDemand<AcrossLine> unread = new OnDemand<>(this::makeUnread);
    private final VBox column = new VBox();
    private @Nullable SelectableText text;

    ChatCell(ChatLog log, Texts texts, Consumer<URI> onLink) {
        this.log = log;
        this.texts = texts;
        getStyleClass().add("chat-cell");
        column.getStyleClass().add("column");
        bubble = new OnDemand<>(() -> makeBubble(onLink));
        bubbleRow = new OnDemand<>(() -> new ChatRow(bubble.get()));
        notice = new OnDemand<>(() -> new NoticeLine(log, texts));
        log.lookProperty().addListener((_, _, _) -> showAgain());
        log.selection().versionProperty().addListener((_, _, _) -> showSelection());
        column.setVisible(false);
        setGraphic(column);
    }

    private Bubble makeBubble(Consumer<URI> onLink) {
        Bubble made = new Bubble(texts);
        made.text().setOnLink(onLink);
        return made;
    }

    private ChatRow makeNoticeRow() {
        ChatRow row = new ChatRow(notice.get());
        row.setSide(ChatRow.Side.CENTRE);
        return row;
    }

    private static Label makeDivider() {
        Label made = new Label();
        made.getStyleClass().add("divider");
        made.setMaxWidth(Double.MAX_VALUE);
        return made;
    }

    private AcrossLine makeAbove(String styleClass, int place) {
        AcrossLine made = new AcrossLine(styleClass);
        column.getChildren().add(place, made);
        return made;
    }

    private AcrossLine makeUnread() {
        boolean underDay =
                !column.getChildren().isEmpty() && column.getChildren().getFirst() instanceof AcrossLine;
        return makeAbove("unread-line", underDay ? 1 : 0);
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
        ChatEntry entry = getItem();
        show(day, log.dayAbove(getIndex()));
        show(unread, entry != null && log.isFirstUnread(entry) ? texts.get("chat.unread.line") : "");
    }

    private static void show(OnDemand<AcrossLine> line, String word) {
        if (word.isEmpty()) {
            line.ifMade(made -> made.show(""));
        } else {
            line.get().show(word);
        }
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
        NoticeLine shown = notice.get();
        shown.show(line, SafeText.line(said), log.looked());
        text = shown.text();
        setAccessibleText(said);
        return noticeRow.get();
    }

    private Node divider(ChatEntry.Divider line) {
        Label shown = divider.get();
        shown.setText(texts.get(line.phrase()));
        setAccessibleText(shown.getText());
        return shown;
    }

    private Node own(ChatEntry.Own own) {
        Bubble shown = bubble.get();
        shown.mark(log.looked());
        shown.show(own, log.excerpt(own.id(), own.text()));
        shown.setOnMore(() -> log.showMore(own, own.text()));
        shown.setOnRetry(() -> log.retry(own));
        return bubbleRow(ChatRow.Side.END);
    }

    private Node theirs(ChatEntry.Theirs theirs) {
        Bubble shown = bubble.get();
        shown.mark(log.looked());
        shown.show(theirs, log.excerpt(theirs.id(), theirs.text()));
        shown.setOnMore(() -> log.showMore(theirs, theirs.text()));
        return bubbleRow(ChatRow.Side.START);
    }

    private ChatRow bubbleRow(ChatRow.Side side) {
        text = bubble.get().text();
        ChatRow row = bubbleRow.get();
        row.setSide(side);
        setAccessibleText(bubble.get().getAccessibleText());
        return row;
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
