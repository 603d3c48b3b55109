package io.lamplink.client.view;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.ChatLog;
import io.lamplink.common.ui.control.Composer;
import io.lamplink.common.ui.control.MembersButton;
import io.lamplink.common.ui.control.ReturningFocus;
import io.lamplink.common.ui.control.SearchBar;
import io.lamplink.common.ui.control.ServerPicker;
import io.lamplink.common.ui.control.StatusBar;
import io.lamplink.common.ui.control.StatusLamp;
import io.lamplink.common.ui.control.TransferList;
import io.lamplink.common.ui.control.Whole;
import io.lamplink.common.ui.control.WritingLine;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.fx.OnDemand;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.window.Keyboard;
import io.lamplink.common.ui.window.Room;
import io.lamplink.common.ui.window.SettingsWindow;
import io.lamplink.common.ui.window.StatusWindow;
import io.lamplink.common.ui.window.WindowFrame;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds ClientView.fxml to its model. */
public final class ClientController {

    @FXML
    private StackPane root;

    @FXML
    private BorderPane panes;

    @FXML
    private VBox centre;

    @FXML
    private StatusLamp brandLamp;

    @FXML
    private TextField addressField;

    @FXML
    private ServerPicker serversButton;

    @FXML
    private TextField portField;

    @FXML
    private Button connectButton;

    @FXML
    private Button disconnectButton;

    @FXML
    private Label formProblem;

    @FXML
    private Label headerTitle;

    @FXML
    private Label headerAbout;

    @FXML
    private MembersButton membersButton;

    @FXML
    private Node lockSign;

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
    private WritingLine writingLine;

    @FXML
    private Composer composer;

    @FXML
    private TransferList transferList;

    @FXML
    private StatusBar statusBar;

    private final ClientViewModel model;
    private final WindowFrame frame;
    private final OnDemand<StatusWindow> status;

    ClientController(ClientViewModel model, WindowFrame frame) {
        this.model = model;
        this.frame = frame;
        status = new OnDemand<>(() -> new StatusWindow(
                frame, model.status(), model.conversation().stateProperty(), model.sentenceProperty()));
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
                .on(Shortcut.DOWNLOAD, () -> composer.press(Shortcut.DOWNLOAD))
                .with(Shortcut.Area.ADDRESS);
        composer.setOnDownload(model.conversation()::downloadNewest);
        bindCard();
        bindServers();
        bindHeader();
        model.conversation().sendableProperty().addListener((_, _, now) -> {
            if (now) {
                composer.focusText();
            }
        });
    }

    private void bindCard() {
        ObservableValue<LinkState> state = model.conversation().stateProperty();
        addressField.textProperty().bindBidirectional(model.addressProperty());
        portField.textProperty().bindBidirectional(model.portProperty());
        connectButton.textProperty().bind(frame.texts().bind(model.startWordProperty()));
        connectButton.disableProperty().bind(model.startableProperty().not());
        connectButton
                .defaultButtonProperty()
                .bind(model.conversation().sendableProperty().map(sendable -> !sendable));
        disconnectButton.textProperty().bind(frame.texts().bind(model.stopWordProperty()));
        addressField.editableProperty().bind(state.map(LinkState::canStart));
        portField.editableProperty().bind(state.map(LinkState::canStart));
        disconnectButton.disableProperty().bind(state.map(LinkState::canStart));
        ReturningFocus.to(connectButton);
        formProblem.textProperty().bind(frame.texts().bind(model.formProblemProperty()));
        formProblem.visibleProperty().bind(formProblem.textProperty().isNotEmpty());
        formProblem.managedProperty().bind(formProblem.visibleProperty());
        statusBar.textProperty().bind(frame.texts().bind(model.sentenceProperty()));
        brandLamp.stateProperty().bind(state);
        brandLamp.accessibleTextProperty().bind(statusBar.textProperty());
    }

    private void bindServers() {
        ServersViewModel servers = model.servers();
        serversButton.attachTo(addressField);
        serversButton.show(servers.found(), servers.recent());
        serversButton.hint(servers.hintProperty());
        serversButton.setOnOpenAndClose(servers::open, servers::close);
        serversButton.setOnForget(servers::forget);
        serversButton.setOnChoose(choice -> {
            servers.choose(choice);
            connectButton.requestFocus();
        });
        serversButton.disableProperty().bind(addressField.editableProperty().not());
    }

    private void bindHeader() {
        Whole.inTooltip(ColourEmoji.in(headerTitle))
                .textProperty()
                .bind(frame.texts().bind(model.titleProperty()));
        ColourEmoji.in(headerAbout).textProperty().bind(frame.texts().bind(model.aboutProperty()));
        membersButton.show(model.members().names(), model.members().departed().list());
        membersButton.ownNameProperty().bind(model.members().ownNameProperty());
        lockSign.visibleProperty().bind(model.encryptedProperty());
        lockSign.managedProperty().bind(lockSign.visibleProperty());
    }

    @FXML
    private void connect() {
        model.connect();
    }

    @FXML
    private void disconnect() {
        model.disconnect();
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
