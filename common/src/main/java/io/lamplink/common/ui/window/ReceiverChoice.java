package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Texts;
import java.util.Set;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who gets what is about to be sent: a button that opens a list with everyone and each client. Only rows in sight are nodes. */
final class ReceiverChoice extends VBox {

    private static final int ROW = 28;
    private static final int MOST_ROWS = 4;
    /** What border and padding of the list take above and below its rows. */
    private static final int FRAME = 4;

    private final GivingViewModel model;
    private final ListView<Peer> list;

    ReceiverChoice(Texts texts, GivingViewModel model) {
        this.model = model;
        getStyleClass().add("receiver-choice");
        ToggleButton opener = new ToggleButton();
        opener.setId("giveReceiversButton");
        opener.textProperty().bind(texts.bind("give.receivers.button"));
        FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
        opener.setGraphic(arrow);
        opener.selectedProperty()
                .subscribe(open -> arrow.setIconCode(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        CheckBox everyone = new CheckBox();
        everyone.setId("giveEveryone");
        everyone.textProperty().bind(texts.bind("client.everyone.name"));
        everyone.setOnAction(_ -> {
            model.chooseEveryone();
            everyone.setSelected(model.toProperty().get().isEmpty()); // Pressed while on, it stays on.
        });
        model.toProperty().subscribe(to -> everyone.setSelected(to.isEmpty()));
        list = list(texts);
        VBox choices = new VBox(everyone, list);
        choices.getStyleClass().add("choices");
        choices.visibleProperty().bind(opener.selectedProperty());
        choices.managedProperty().bind(choices.visibleProperty());
        getChildren().addAll(opener, choices);
        visibleProperty().bind(Bindings.size(model.peers()).greaterThan(1));
        managedProperty().bind(visibleProperty());
    }

    private ListView<Peer> list(Texts texts) {
        ListView<Peer> view = new ListView<>(model.peers());
        view.setId("giveReceivers");
        view.setFixedCellSize(ROW);
        view.accessibleTextProperty().bind(texts.bind("give.receivers.button"));
        view.setCellFactory(_ -> new Cell());
        view.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(model.peers().size(), 1, MOST_ROWS) * (double) ROW + FRAME, model.peers()));
        view.setMinHeight(USE_PREF_SIZE);
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Peer focused = view.getFocusModel().getFocusedItem();
            if (event.getCode() == KeyCode.SPACE && focused != null) {
                model.toggle(focused.id());
                event.consume();
            }
        });
        return view;
    }

    private final class Cell extends ListCell<Peer> {
        private final CheckBox box = ColourEmoji.in(new CheckBox());

        Cell() {
            getStyleClass().add("receiver-choice-cell");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            box.setFocusTraversable(false);
            box.setOnAction(_ -> {
                if (getItem() != null) {
                    model.toggle(getItem().id());
                }
            });
            model.toProperty().subscribe(this::reflect);
        }

        @Override
        protected void updateItem(@Nullable Peer peer, boolean empty) {
            super.updateItem(peer, empty);
            setGraphic(peer == null || empty ? null : box);
            if (peer != null) {
                box.setText(SafeText.line(peer.name()));
            }
            reflect(model.toProperty().get());
        }

        private void reflect(Set<UUID> to) {
            Peer peer = getItem();
            box.setSelected(peer != null && to.contains(peer.id()));
        }
    }
}
