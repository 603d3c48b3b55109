package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.NamedArg;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/** The server's clients after "Everyone"; the chosen one is who is written to. */
public final class ClientList extends ListView<ClientItem> {

    private final ObservableList<ClientItem> rows = FXCollections.observableArrayList(ClientItem.EVERYONE);
    private ObservableList<ClientItem> clients = FXCollections.observableArrayList();
    private Consumer<@Nullable UUID> onChoose = _ -> {};
    private boolean filling;
    private final ListChangeListener<ClientItem> onChange = _ -> fill();

    /** A list that speaks as {@code texts} does. */
    public ClientList(@NamedArg("texts") Texts texts) {
        getStyleClass().add("client-list");
        accessibleTextProperty().bind(texts.bind("client.list.accessible"));
        setCellFactory(_ -> new ClientCell(texts, rows));
        setItems(rows);
        getSelectionModel().selectFirst();
        getSelectionModel().selectedItemProperty().subscribe(this::tell);
        texts.languageProperty().subscribe(this::refresh);
    }

    /** Shows {@code clients} and whatever becomes of them. */
    public void show(ObservableList<ClientItem> clients, Consumer<@Nullable UUID> onChoose) {
        this.clients.removeListener(onChange);
        this.clients = clients;
        this.onChoose = onChoose;
        clients.addListener(onChange);
        fill();
    }

    /** Keeps the choice while rows come, change and go; who is gone gives way to everyone. */
    private void fill() {
        filling = true;
        ClientItem before = getSelectionModel().getSelectedItem();
        List<ClientItem> wanted = new ArrayList<>(List.of(ClientItem.EVERYONE));
        wanted.addAll(clients);
        rows.setAll(wanted);
        UUID chosen = before == null ? null : before.id();
        int index = 0;
        for (int i = 1; i < rows.size(); i++) {
            if (Objects.equals(rows.get(i).id(), chosen)) {
                index = i;
            }
        }
        getSelectionModel().clearAndSelect(index);
        filling = false;
        if (index == 0 && chosen != null) {
            tell();
        }
    }

    private void tell() {
        ClientItem chosen = getSelectionModel().getSelectedItem();
        if (!filling && chosen != null) {
            onChoose.accept(chosen.id());
        }
    }
}
