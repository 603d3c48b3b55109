package io.lamplink.server.view;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.ChatLog;
import io.lamplink.common.ui.control.ClientList;
import io.lamplink.common.ui.control.Composer;
import io.lamplink.common.ui.control.LastSeen;
import io.lamplink.common.ui.control.RecipientBar;
import io.lamplink.common.ui.control.ReturningFocus;
import io.lamplink.common.ui.control.SearchBar;
import io.lamplink.common.ui.control.SharedLine;
import io.lamplink.common.ui.control.StatusBar;
import io.lamplink.common.ui.control.StatusLamp;
import io.lamplink.common.ui.control.TransferList;
import io.lamplink.common.ui.control.Whole;
import io.lamplink.common.ui.control.WritingLine;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.fx.OnDemand;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Texts;
import io.lamplink.common.ui.window.Keyboard;
import io.lamplink.common.ui.window.Room;
import io.lamplink.common.ui.window.SettingsWindow;
import io.lamplink.common.ui.window.StatusWindow;
import io.lamplink.common.ui.window.WindowFrame;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds ServerView.fxml to its model. */
public final class ServerController {

    @FXML
    private StackPane root;

    @FXML
    private BorderPane panes;

    @FXML
    private VBox centre;

    @FXML
    private HBox brand;

    @FXML
    private SharedLine railActions;

    @FXML
    private StatusLamp brandLamp;

    @FXML
    private TextField addressField;

    @FXML
    private TextField portField;

    @FXML
    private Button listenButton;

    @FXML
    private Button stopButton;

    @FXML
    private Label formProblem;

    @FXML
    private MenuButton pinButton;

    @FXML
    private HBox pinPlate;

    @FXML
    private MenuButton identityButton;

    @FXML
    private Label clientsHeading;

    @FXML
    private ClientList clientList;

    @FXML
    private MenuButton roomButton;

    @FXML
    private RecipientBar recipientBar;

    @FXML
    private Label headerTitle;

    @FXML
    private Label headerAbout;

    @FXML
    private MenuButton historyButton;

    @FXML
    private MenuButton languageButton;

    @FXML
    private MenuButton themeButton;

    @FXML
    private Button settingsButton;

    @FXML
    private SearchBar searchBar;

    @FXML
    private ChatLog chatLog;

    @FXML
    private LastSeen lastSeen;

    @FXML
    private WritingLine writingLine;

    @FXML
    private Composer composer;

    @FXML
    private TransferList transferList;

    @FXML
    private StatusBar statusBar;

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    private final ServerViewModel model;
    private final WindowFrame frame;
    private final OnDemand<StatusWindow> status;
    private final OnDemand<AddressesWindow> addresses;

    ServerController(ServerViewModel model, WindowFrame frame) {
        this.model = model;
        this.frame = frame;
        status = new OnDemand<>(() -> new StatusWindow(
                frame, model.status(), model.conversation().stateProperty(), model.sentenceProperty()));
        OnDemand<ReachWindow> reach = new OnDemand<>(() -> new ReachWindow(frame, model.reach()));
        addresses = new OnDemand<>(() ->
                new AddressesWindow(frame, model.addresses(), () -> reach.get().show()));
    }

    @FXML
    private void initialize() {
        Keyboard keyboard = new Room(
                        root,
                        panes,
                        centre,
                        searchBar,
                        chatLog,
                        writingLine,
                        composer,
                        transferList,
                        statusBar,
                        historyButton,
                        themeButton,
                        languageButton)
                .bind(model.conversation(), frame);
        new SettingsWindow(frame, model.settings()).openBy(settingsButton, keyboard);
        keyboard.on(Shortcut.STATUS, this::showStatus)
                .with(Shortcut.Area.CLIENTS)
                .onBack(this::leaveChosen);
        bindCard();
        bindIdentity();
        bindClients();
        bindHeader();
    }

    private void bindCard() {
        ObservableValue<LinkState> state = model.conversation().stateProperty();
        addressField.textProperty().bindBidirectional(model.addressProperty());
        portField.textProperty().bindBidirectional(model.portProperty());
        ObservableValue<Boolean> busy = state.map(now -> !now.canStart());
        listenButton.disableProperty().bind(busy);
        listenButton.defaultButtonProperty().bind(state.map(LinkState::canStart));
        addressField.editableProperty().bind(state.map(LinkState::canStart));
        portField.editableProperty().bind(state.map(LinkState::canStart));
        stopButton.disableProperty().bind(state.map(LinkState::canStart));
        ReturningFocus.to(listenButton);
        formProblem.textProperty().bind(frame.texts().bind(model.formProblemProperty()));
        formProblem.visibleProperty().bind(formProblem.textProperty().isNotEmpty());
        formProblem.managedProperty().bind(formProblem.visibleProperty());
        statusBar.textProperty().bind(frame.texts().bind(model.sentenceProperty()));
        brandLamp.stateProperty().bind(state);
        brandLamp.accessibleTextProperty().bind(statusBar.textProperty());
    }

    private void bindIdentity() {
        CheckBox unencrypted = new CheckBox();
        unencrypted.textProperty().bind(frame.texts().bind("listen.unencrypted.switch"));
        unencrypted.selectedProperty().bindBidirectional(model.unencryptedProperty());
        new IdentityMenu(frame.texts(), model.fingerprintProperty()).fill(identityButton, unencrypted);
        PinMenu pin = new PinMenu(frame.texts(), model.pin());
        pin.fill(pinButton);
        pinPlate.getChildren().add(pin.copy());
    }

    private void bindClients() {
        Texts texts = frame.texts();
        clientsHeading
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("client.list.heading", model.clients().size()),
                        model.clients(),
                        texts.languageProperty()));
        clientList.hintProperty().bind(model.hintProperty());
        clientList.show(model.clients(), model);
        clientList.setOnPicked(composer::focusText);
        lastSeen.show(model.departed().list());
        root.heightProperty().subscribe(this::makeRoom);
        model.clients().addListener((InvalidationListener) _ -> makeRoom());
        model.conversation().chosenProperty().subscribe(this::showChosen);
        RoomMenu.fill(roomButton, model, texts);
        recipientBar.recipientsProperty().bind(model.conversation().recipientsProperty());
        recipientBar.goneProperty().bind(model.conversation().goneProperty());
        recipientBar.setOnEveryone(this::writeToEveryone);
        model.setOnWrite(composer::focusText);
    }

    /** The list of clients has what the names of buttons need, and then the program's, where there is no room for all. */
    private void makeRoom() {
        RailRoom room = new RailRoom(root.getHeight(), model.clients().size());
        root.pseudoClassStateChanged(LOW, !room.namesButtons());
        brand.setVisible(room.namesProgram());
        brand.setManaged(room.namesProgram());
        lastSeen.roomyProperty().set(room.namesProgram());
        for (Node node : railActions.getChildren()) {
            if (node instanceof Button button) {
                button.setTooltip(room.namesButtons() ? null : named(button));
            }
        }
    }

    private static Tooltip named(Button button) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(button.textProperty());
        return tooltip;
    }

    private void showChosen(List<Peer> chosen) {
        clientList.chosenProperty().set(chosen.stream().map(Peer::id).collect(Collectors.toUnmodifiableSet()));
    }

    private boolean leaveChosen() {
        boolean chosen = !model.conversation().chosenProperty().get().isEmpty();
        if (chosen) {
            writeToEveryone();
        }
        return chosen;
    }

    private void writeToEveryone() {
        model.choose(Set.of());
        composer.focusText();
    }

    private void bindHeader() {
        Whole.inTooltip(ColourEmoji.in(headerTitle))
                .textProperty()
                .bind(frame.texts().bind(model.titleProperty()));
        ColourEmoji.in(headerAbout).textProperty().bind(frame.texts().bind(model.aboutProperty()));
    }

    @FXML
    private void listen() {
        model.listen();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void showAddresses() {
        addresses.get().show();
    }

    @FXML
    private void clear() {
        model.conversation().clear();
    }

    @FXML
    private void exit() {
        frame.close();
    }

    @FXML
    private void showStatus() {
        status.get().show();
    }
}
