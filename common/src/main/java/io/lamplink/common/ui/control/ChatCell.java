package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.theme.Texts;
import java.net.URI;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows one line of the log. Its nodes are made once and filled again for each line it shows. */
final class ChatCell extends ListCell<ChatEntry> {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private final Texts texts;
    private final ChatLog log;
    private final Bubble bubble;
    private final ChatRow bubbleRow;
    private final SelectableText notice = new SelectableText(14, 14);
    private final ChatRow noticeRow;
    private final Label divider = new Label();

    ChatCell(ChatLog log, Texts texts, Consumer<URI> onLink) {
        this.log = log;
        this.texts = texts;
        getStyleClass().add("chat-cell");
        bubble = new Bubble(texts);
        bubble.text().setOnLink(onLink);
        bubbleRow = new ChatRow(bubble);
        VBox pill = new VBox(notice);
        pill.getStyleClass().add("pill");
        noticeRow = new ChatRow(pill);
        noticeRow.setSide(ChatRow.Side.CENTRE);
        log.lookProperty().addListener((_, _, _) -> showAgain());
        divider.getStyleClass().add("divider");
        divider.setMaxWidth(Double.MAX_VALUE);
    }

    /** The part of the line that is selected with the mouse. */
    String selectedText() {
        return bubble.text().selection() + notice.selection();
    }

    void clearSelection() {
        bubble.text().clearSelection();
        notice.clearSelection();
    }

    @Override
    protected void updateItem(@Nullable ChatEntry entry, boolean empty) {
        boolean same = entry != null && entry.equals(getItem()) && getGraphic() != null;
        super.updateItem(entry, empty);
        if (entry == null || empty) {
            setGraphic(null);
            setAccessibleText("");
        } else if (!same) {
            show(entry);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
        }
    }

    private void show(ChatEntry entry) {
        setGraphic(nodeFor(entry));
        pseudoClassStateChanged(FOUND, log.isFound(entry));
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
        noticeRow.pseudoClassStateChanged(ERROR, line.tone() == ChatEntry.Tone.ERROR);
        setAccessibleText(said);
        return noticeRow;
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
        bubbleRow.setSide(ChatRow.Side.END);
        setAccessibleText(bubble.getAccessibleText());
        return bubbleRow;
    }

    private Node theirs(ChatEntry.Theirs theirs) {
        bubble.mark(log.looked());
        bubble.show(theirs, log.excerpt(theirs.id(), theirs.text()));
        bubble.setOnMore(() -> log.showMore(theirs, theirs.text()));
        bubbleRow.setSide(ChatRow.Side.START);
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
        Node node = getGraphic();
        double inner = width - snappedLeftInset() - snappedRightInset();
        return node == null ? 0 : snappedTopInset() + snapSizeY(node.prefHeight(inner)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        Node node = getGraphic();
        if (node != null) {
            double width = getWidth() - snappedLeftInset() - snappedRightInset();
            double height = getHeight() - snappedTopInset() - snappedBottomInset();
            node.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, height);
        }
    }
}
