package io.lamplink.common.ui.window;

import io.lamplink.common.history.Keeping;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.ui.control.WrappedLabel;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** All settings, in groups: what each is, its control, and what else is to know of it. */
final class SettingsPane extends VBox {
    private static final int AFTER_NOTICES = 3;

    private final WindowFrame frame;
    private final Texts texts;
    private final SettingsViewModel model;

    SettingsPane(WindowFrame frame, SettingsViewModel model) {
        this.frame = frame;
        this.texts = frame.texts();
        this.model = model;
        getStyleClass().add("settings-pane");
        getChildren()
                .setAll(
                        group("settings.group.look", theme(), language()),
                        group("settings.group.you", name(), row(model.writing())),
                        group("settings.group.notices", rows(model.notices())),
                        group("settings.group.links", rows(model.switches())),
                        group("settings.group.files", askFirst(), folder(), sendLimit(), spoolLimit()),
                        group("settings.group.history", history()));
        frame.tray()
                .setting()
                .ifPresent(one -> getChildren().add(AFTER_NOTICES, group("settings.group.window", row(one))));
    }

    private VBox group(String heading, Node... rows) {
        Label title = label("heading", heading);
        VBox group = new VBox(title);
        group.getChildren().addAll(rows);
        group.getStyleClass().add("settings-group");
        return group;
    }

    private Node theme() {
        return row(
                "settings.theme.button",
                new Choice<>(
                        "themeSetting",
                        frame.look().choices(),
                        Choice.words(texts, choice -> SettingMenus.words(choice, texts)),
                        frame.look().choiceProperty(),
                        frame.look().choiceProperty()::set),
                "settings.theme.detail");
    }

    private Node language() {
        return row(
                "settings.language.button",
                new Choice<>(
                        "languageSetting",
                        FXCollections.observableArrayList(Language.values()),
                        language -> new SimpleStringProperty(language.ownName()),
                        texts.languageProperty(),
                        texts.languageProperty()::set));
    }

    private Node name() {
        TextField field = new TextField();
        field.setId("nameSetting");
        field.promptTextProperty().bind(texts.bind("settings.name.prompt"));
        model.nameProperty().subscribe(field::setText);
        field.setOnAction(_ -> take(field));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take(field);
            }
        });
        return row("settings.name.label", field, "settings.name.detail");
    }

    private void take(TextField field) {
        model.call(field.getText());
        field.setText(model.nameProperty().get());
    }

    private Node[] rows(List<SettingsViewModel.Switch> switches) {
        return switches.stream().map(this::row).toArray(Node[]::new);
    }

    private Node askFirst() {
        return row(new SettingsViewModel.Switch(
                "askFirstSetting", "settings.ask-first.switch", "settings.ask-first.detail", model.askFirstProperty()));
    }

    private Node folder() {
        Label where = new WrappedLabel("value");
        where.setId("folderSetting");
        ObservableValue<String> last = texts.bind("settings.folder.last");
        where.textProperty()
                .bind(model.folderProperty()
                        .flatMap(chosen -> chosen.<ObservableValue<String>>map(
                                        path -> new SimpleStringProperty(path.toString()))
                                .orElse(last)));
        Button choose = button("chooseFolderButton", "settings.folder.choose", model::chooseFolder);
        Button forget = button("forgetFolderButton", "settings.folder.forget", model::forgetFolder);
        forget.visibleProperty().bind(model.folderProperty().map(Optional<Path>::isPresent));
        forget.managedProperty().bind(forget.visibleProperty());
        HBox buttons = new HBox(choose, forget);
        buttons.getStyleClass().add("buttons");
        VBox row = new VBox(label("name", "settings.folder.label"), where, buttons);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node sendLimit() {
        ObservableValue<Long> now = model.sendLimitProperty().asObject();
        Choice<Long> choice = new Choice<>(
                "sendLimitSetting",
                with(now.getValue(), SendRate.CHOICES),
                Choice.words(texts, this::rate),
                now,
                model::limitSending);
        choice.letType(
                texts,
                this::rate,
                typed -> typed.equals(rate(SendLimit.OFF)) ? Optional.of(SendLimit.OFF) : SendRate.of(typed));
        return row("settings.sending.label", choice, "settings.sending.detail");
    }

    private String rate(long rate) {
        return rate == SendLimit.OFF ? texts.get("settings.sending.off") : texts.get(new Amount.Speed(rate));
    }

    private static ObservableList<Long> with(long now, List<Long> choices) {
        return FXCollections.observableList(
                Stream.concat(choices.stream(), Stream.of(now)).distinct().toList());
    }

    private Node spoolLimit() {
        ObservableList<Long> choices = with(model.spoolLimitProperty().get(), SpoolLimit.CHOICES);
        return row(
                "settings.spool.label",
                new Choice<>(
                        "spoolSetting",
                        choices,
                        Choice.words(texts, this::limit),
                        model.spoolLimitProperty().asObject(),
                        model::limitSpool),
                "settings.spool.detail");
    }

    private String limit(long bytes) {
        return bytes == DiskSpool.UNLIMITED
                ? texts.get("settings.spool.disk")
                : texts.get("settings.spool.most", new Amount.Bytes(bytes));
    }

    private Node history() {
        HistoryActions history = model.history();
        Keeping now = history.keepingProperty().get();
        ObservableList<Keeping> choices = FXCollections.observableList(Stream.concat(
                        HistoryMenu.DAYS.stream().map(days -> new Keeping(true, days)),
                        Stream.of(new Keeping(false, now.days()), now))
                .distinct()
                .toList());
        return row(
                "settings.history.label",
                new Choice<>(
                        "historySetting",
                        choices,
                        Choice.words(texts, this::words),
                        history.keepingProperty(),
                        history::keep),
                "settings.history.detail");
    }

    private String words(Keeping keeping) {
        if (!keeping.on()) {
            return texts.get("history.menu.keep.off");
        }
        return keeping.days() == 0
                ? texts.get("history.menu.keep.ever")
                : texts.get("history.menu.keep.days", keeping.days());
    }

    private Node row(SettingsViewModel.Switch one) {
        CheckBox box = new CheckBox();
        box.setId(one.id());
        box.setWrapText(true);
        box.textProperty().bind(texts.bind(one.words()));
        box.selectedProperty().bindBidirectional(one.on());
        VBox row = new VBox(box, new WrappedLabel("detail", texts.bind(one.detail())));
        row.getStyleClass().add("settings-row");
        return row;
    }

    private VBox row(String key, Control control) {
        Label name = label("name", key);
        name.setLabelFor(control);
        control.accessibleTextProperty().bind(texts.bind(key));
        control.setMaxWidth(Double.MAX_VALUE);
        VBox row = new VBox(name, control);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private VBox row(String key, Control control, String detail) {
        VBox row = row(key, control);
        row.getChildren().add(label("detail", detail));
        return row;
    }

    private Label label(String style, String key) {
        return new WrappedLabel(style, texts.bind(key));
    }
}
