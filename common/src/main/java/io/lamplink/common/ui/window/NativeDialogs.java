package io.lamplink.common.ui.window;

import io.lamplink.common.security.Pin;
import io.lamplink.common.ui.control.Ornament;
import io.lamplink.common.ui.theme.Look;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.theme.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Asks by the system's file dialogs and by questions in the window's own look. */
final class NativeDialogs implements Dialogs {

    private final Stage owner;
    private final Look look;
    private final Texts texts;
    private final WindowTime time;
    private final Settings settings;
    private @Nullable File lastFolder;

    NativeDialogs(Stage owner, Look look, Texts texts, WindowTime time, Settings settings) {
        this.owner = owner;
        this.look = look;
        this.texts = texts;
        this.time = time;
        this.settings = settings;
    }

    @Override
    public List<Path> chooseFiles() {
        @Nullable List<File> files = chooser("dialog.files.title").showOpenMultipleDialog(owner);
        if (files == null) {
            return List.of();
        }
        files.stream().findFirst().ifPresent(this::rememberFolder);
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseFolder(Phrase title) {
        return chooseFolder(title, startingFolder());
    }

    @Override
    public Optional<Path> chooseTargetFolder(String name) {
        return chooseFolder(Phrase.of("dialog.save-folder.title", name), savingFolder());
    }

    private Optional<Path> chooseFolder(Phrase title, @Nullable File start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get(title));
        chooser.setInitialDirectory(start);
        @Nullable File folder = chooser.showDialog(owner);
        if (folder == null) {
            return Optional.empty();
        }
        lastFolder = folder;
        return Optional.of(folder.toPath());
    }

    @Override
    public Optional<Path> chooseTarget(String name) {
        FileChooser chooser = chooser("dialog.save.title");
        chooser.setInitialDirectory(savingFolder());
        chooser.setInitialFileName(name);
        @Nullable File file = chooser.showSaveDialog(owner);
        if (file == null) {
            return Optional.empty();
        }
        rememberFolder(file);
        return Optional.of(file.toPath());
    }

    @Override
    public boolean confirm(Phrase question, Phrase detail, Phrase yes) {
        ButtonType goOn = new ButtonType(texts.get(yes), ButtonBar.ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(texts.get("dialog.button.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("app.name"));
        fill(dialog.getDialogPane(), question, detail);
        dialog.getDialogPane().getButtonTypes().setAll(goOn, cancel);
        preferCancel(dialog.getDialogPane(), goOn, cancel);
        look.style(dialog.getDialogPane());
        return dialog.showAndWait().filter(goOn::equals).isPresent();
    }

    @Override
    public Optional<Pin> askPin(PinPrompt prompt) {
        return new PinDialog(owner, look, texts, time.clock(), ScreenRoom.here(), prompt).ask(time.ticker());
    }

    @Override
    public boolean review(GivingViewModel sheet) {
        return new GivingDialog(owner, look, texts, sheet).ask();
    }

    /** Every question here is about losing something, so Enter must not do it. */
    private static void preferCancel(DialogPane pane, ButtonType goOn, ButtonType cancel) {
        Button dangerous = (Button) pane.lookupButton(goOn);
        dangerous.setDefaultButton(false);
        dangerous.getStyleClass().add("stop");
        Button safe = (Button) pane.lookupButton(cancel);
        safe.setDefaultButton(true);
        pane.sceneProperty().subscribe(_ -> safe.requestFocus());
        Stream.of(dangerous, safe).forEach(NativeDialogs::showWhole);
    }

    /** Buttons of one width for all would cut off the words of the longest one. */
    private static void showWhole(Button button) {
        ButtonBar.setButtonUniformSize(button, false);
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    private void fill(DialogPane pane, Phrase question, Phrase detail) {
        pane.getStyleClass().add("question");
        pane.setHeaderText(texts.get(question));
        pane.setGraphic(Ornament.of(Feather.HELP_CIRCLE));
        pane.setContent(new QuestionScroll(new QuestionText(texts, detail), texts.get(question), ScreenRoom.here()));
    }

    private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(titleKey));
        chooser.setInitialDirectory(startingFolder());
        return chooser;
    }

    /** Where the last choice was made, if that is still there. */
    private @Nullable File startingFolder() {
        File folder = lastFolder;
        return folder != null && folder.isDirectory() ? folder : null;
    }

    /** Where saving begins: the folder of the settings, or else where the last choice was made. */
    @Nullable
    File savingFolder() {
        return SaveFolder.present(settings).map(Path::toFile).orElseGet(this::startingFolder);
    }

    private void rememberFolder(File chosen) {
        lastFolder = chosen.getParentFile();
    }
}
