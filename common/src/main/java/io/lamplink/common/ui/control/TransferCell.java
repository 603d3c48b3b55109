package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Language;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ListCell;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Shows the card of one row. It is told of every change and fills its card later, once for all of them: when the list says so
 * or when its height is asked for. Until then the card is, buttons and all, that of the row it shows.
 */
final class TransferCell extends ListCell<TransferRow> {

    /** Frames a second of an arrival: looks the same as twice as many, and leaves more to the transfer that begins. */
    private static final double FRAMES = 30;

    private final TransferList list;
    private final TransferCard card;
    private final Timeline fade = new Timeline(FRAMES);
    private Subscription following = Subscription.EMPTY;
    private @Nullable TransferRow followed;
    private @Nullable TransferRow shown;
    private boolean stale;
    private @Nullable Language spoken;

    TransferCell(TransferList list, TransferCard card) {
        this.list = list;
        this.card = card;
        fade.getKeyFrames()
                .setAll(
                        new KeyFrame(Duration.ZERO, new KeyValue(card.opacityProperty(), 0)),
                        new KeyFrame(TransferList.ARRIVAL, new KeyValue(card.opacityProperty(), 1)));
        getStyleClass().add("transfer-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        visibleProperty().subscribe(this::catchUp);
    }

    /** The card, filled or not. */
    TransferCard card() {
        return card;
    }

    /** The row whose card can be seen here, or null. */
    @Nullable
    TransferRow shown() {
        return shown;
    }

    @Override
    protected void updateItem(@Nullable TransferRow row, boolean empty) {
        super.updateItem(row, empty);
        TransferRow now = empty ? null : row;
        if (now != followed) {
            following.unsubscribe();
            followed = now;
            following = now == null ? Subscription.EMPTY : now.onChange(this::growStale);
            growStale();
        }
    }

    /** Whether it is one of those that are kept for later or only measured. */
    boolean outOfSight() {
        return !isVisible() || getParent() == null || !getParent().isVisible();
    }

    private void catchUp(boolean visible) {
        if (visible && (stale || list.language() != spoken)) {
            list.fillSoon(this);
        }
    }

    /** What the card says is no longer so. */
    void growStale() {
        if (!stale) {
            stale = true;
            list.fillSoon(this);
        }
    }

    /** Lets the card show how the row stands now. */
    void fill() {
        if (!stale && list.language() == spoken) {
            return;
        }
        stale = false;
        spoken = list.language(); // A cell that the list has put aside is not found when the language changes.
        TransferRow row = followed;
        boolean another = row != shown;
        if (another) {
            leave();
        }
        shown = row;
        if (row == null) {
            setGraphic(null);
            setAccessibleText("");
        } else {
            fillWith(row, another);
        }
    }

    private void fillWith(TransferRow row, boolean another) {
        list.countFill();
        card.show(row.item());
        card.show(row.receivers(), list.isExpanded(row), () -> list.expand(row, this));
        setAccessibleText(card.getAccessibleText());
        setGraphic(card);
        if (another) {
            arrive(list.age(row));
        }
    }

    /** What a button would do is about to change, so it must not keep the focus: the row's next cell gets it. */
    private void leave() {
        TransferRow row = shown;
        if (row != null) {
            card.focused().ifPresent(button -> list.keepFocus(row, button));
        }
    }

    private void arrive(Duration age) {
        fade.stop();
        card.setOpacity(1);
        if (age.lessThan(TransferList.ARRIVAL) && !Platform.getPreferences().isReducedMotion()) {
            fade.playFrom(age);
        }
    }

    /** As wide as the list, whatever it shows: text wraps, and nothing scrolls sideways. */
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        fill();
        double inner = width - snappedLeftInset() - snappedRightInset();
        return getGraphic() == null ? 0 : snappedTopInset() + snapSizeY(card.prefHeight(inner)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        fill();
        if (getGraphic() != null) {
            double width = getWidth() - snappedLeftInset() - snappedRightInset();
            double height = getHeight() - snappedTopInset() - snappedBottomInset();
            card.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, height);
        }
    }
}
