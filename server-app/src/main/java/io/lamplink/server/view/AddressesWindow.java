package io.lamplink.server.view;

import io.lamplink.common.ui.control.CopyButton;
import io.lamplink.common.ui.control.QrCode;
import io.lamplink.common.ui.control.WrappedLabel;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import io.lamplink.common.ui.window.SideWindow;
import io.lamplink.common.ui.window.WindowFrame;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows how others get to this server: addresses to copy, one of them as a code, and the switch that announces it. */
final class AddressesWindow {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;

    private final AddressesViewModel model;
    private final Texts texts;
    private final SideWindow window;
    private final VBox rows = new VBox();

    AddressesWindow(WindowFrame frame, AddressesViewModel model, Runnable onReach) {
        this.model = model;
        texts = frame.texts();
        Button reach = new Button(null, new FontIcon(Feather.HELP_CIRCLE));
        reach.setId("reachButton");
        reach.textProperty().bind(texts.bind("address.reach.button"));
        reach.setOnAction(_ -> onReach.run());
        window = new SideWindow(
                frame, "address.window.title", "addressesPane", content(), WIDTH, HEIGHT, reach, copyAll());
        model.items().subscribe(this::refresh);
        model.chosenProperty().subscribe(this::select);
        texts.languageProperty().subscribe(this::refresh);
        refresh();
    }

    /** Opens it, or brings it to the front. */
    void show() {
        model.refresh();
        window.show();
    }

    private Button copyAll() {
        CopyButton button = CopyButton.worded(texts, "address.copy-all.button", model.allProperty());
        button.setId("copyAllButton");
        button.disableProperty().bind(model.allProperty().isEmpty());
        return button;
    }

    private Node content() {
        VBox left = new VBox(note(), list(), announcing());
        left.getStyleClass().add("left");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox content = new HBox(left, code());
        content.getStyleClass().add("addresses");
        VBox.setVgrow(content, Priority.ALWAYS);
        return content;
    }

    private Label note() {
        Label note = new WrappedLabel("note").whole();
        show(note, texts.bind(model.noteProperty()));
        return note;
    }

    private Node list() {
        rows.getStyleClass().add("rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.accessibleTextProperty().bind(texts.bind("address.list.accessible"));
        scroll.getStyleClass().add("list");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node announcing() {
        CheckBox announce = new CheckBox();
        announce.setId("announceSwitch");
        announce.textProperty().bind(texts.bind("announce.switch.text"));
        announce.selectedProperty().bindBidirectional(model.announceProperty());
        announce.setWrapText(true);
        Label about = new WrappedLabel("about").whole();
        about.textProperty().bind(texts.languageProperty().map(_ -> texts.get("announce.switch.about", model.name())));
        Label state = new WrappedLabel("state").whole();
        show(state, texts.bind(model.announceNoteProperty()));
        VBox box = new VBox(announce, about, state);
        box.getStyleClass().add("announcing");
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private Node code() {
        QrCode code = new QrCode();
        code.setId("addressCode");
        ObservableValue<String> link =
                model.chosenProperty().map(AddressItem::link).orElse("");
        code.textProperty().bind(link);
        code.accessibleTextProperty().bind(texts.bind(link.map(text -> Phrase.of("address.code.accessible", text))));
        Label written = new WrappedLabel("link").whole();
        written.textProperty().bind(link);
        CopyButton copy = CopyButton.icon(texts, link);
        copy.setId("copyLinkButton");
        HBox line = new HBox(written, copy);
        line.setAlignment(Pos.CENTER);
        Label about = new WrappedLabel("about").whole();
        about.textProperty().bind(texts.bind("address.code.about"));
        VBox box = new VBox(code, line, about);
        box.getStyleClass().add("code");
        box.visibleProperty().bind(link.map(text -> !text.isEmpty()));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void refresh() {
        rows.getChildren().setAll(model.items().stream().map(this::row).toList());
        select();
    }

    private AddressRow row(AddressItem item) {
        return new AddressRow(item, texts, () -> model.chosenProperty().set(item));
    }

    private void select() {
        @Nullable AddressItem chosen = model.chosenProperty().get();
        rows.getChildren().forEach(node -> {
            AddressRow row = (AddressRow) node;
            row.select(row.item().equals(chosen));
        });
    }

    private static void show(Label label, ObservableValue<String> words) {
        label.textProperty().bind(words);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }
}
