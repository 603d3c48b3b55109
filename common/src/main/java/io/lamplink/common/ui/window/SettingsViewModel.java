package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.session.PeerName;
import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** What a person can choose besides theme and language. A choice counts at once and is remembered. On the JavaFX thread. */
public final class SettingsViewModel {
    private static final String NAME = "name";

    /**
     * Something that is on or off.
     *
     * @param id of its control
     * @param words key of what it says
     * @param detail what else is to know
     */
    public record Switch(String id, String words, ObservableValue<Phrase> detail, BooleanProperty on) {

        /** One of which always the same is to know, which has the key {@code detail}. */
        public Switch(String id, String words, String detail, BooleanProperty on) {
            this(id, words, new SimpleObjectProperty<>(Phrase.of(detail)), on);
        }
    }

    private final Engine engine;
    private final WindowPorts ports;
    private final Settings settings;
    private final HistoryActions history;
    private final WritingModel writing;
    private final AttentionModel attention;
    private final AboutViewModel about;
    private final List<Switch> switches = new ArrayList<>();
    private final ReadOnlyStringWrapper name;
    private final ReadOnlyObjectWrapper<Optional<Path>> folder;
    private final ReadOnlyLongWrapper spoolLimit;
    private final ReadOnlyLongWrapper sendLimit;
    private final BooleanProperty askFirst;

    /** The choices of a window on {@code engine} that shows {@code conversation}. */
    public SettingsViewModel(Engine engine, WindowPorts ports, ConversationViewModel conversation) {
        this.engine = engine;
        this.ports = ports;
        this.settings = ports.settings();
        history = conversation.history();
        writing = conversation.writing();
        attention = conversation.attention();
        about = new AboutViewModel(engine, ports, conversation.stateProperty());
        name = new ReadOnlyStringWrapper(this, NAME, settings.get(NAME).orElse(""));
        folder = new ReadOnlyObjectWrapper<>(this, "folder", SaveFolder.read(settings));
        askFirst = AskFirst.property(settings);
        spoolLimit = new ReadOnlyLongWrapper(this, "spoolLimit", SpoolLimit.read(settings));
        sendLimit = new ReadOnlyLongWrapper(this, "sendLimit", SendRate.read(settings));
        if (sendLimit.get() != SendLimit.OFF) {
            engine.limitSending(sendLimit.get());
        }
    }

    /** Adds what one of the programs has and the other has not. */
    public void add(Switch one) {
        switches.add(one);
    }

    /** What one of the programs has and the other has not. */
    List<Switch> switches() {
        return List.copyOf(switches);
    }

    /** Whether others are told when the person here writes. */
    Switch writing() {
        return new Switch(
                "writingSetting", "settings.writing.switch", "settings.writing.detail", writing.toldProperty());
    }

    /** What a person is told who looks elsewhere. */
    List<Switch> notices() {
        return attention.switches();
    }

    /** What there is to know of the program. */
    AboutViewModel about() {
        return about;
    }

    /** What is kept of what is said and sent. */
    HistoryActions history() {
        return history;
    }

    /** What this side calls itself; empty for what the system says. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Takes another name, which those see who connect from now on. */
    public void call(String typed) {
        String safe = PeerName.of(typed);
        if (!safe.equals(name.get())) {
            name.set(safe);
            settings.put(NAME, safe);
            engine.call(safe);
        }
    }

    /** The folder that save dialogs begin with; empty for the one where something was saved last. */
    public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** Asks for another folder. */
    public void chooseFolder() {
        ports.dialogs().chooseFolder(Phrase.of("settings.folder.title")).ifPresent(chosen -> use(Optional.of(chosen)));
    }

    /** Begins where something was saved last again. */
    public void forgetFolder() {
        use(Optional.empty());
    }

    private void use(Optional<Path> chosen) {
        folder.set(chosen);
        SaveFolder.write(settings, chosen);
    }

    /** Whether what goes to whom is shown before it is sent. */
    public BooleanProperty askFirstProperty() {
        return askFirst;
    }

    /** The most bytes of received files that may wait to be saved. */
    public ReadOnlyLongProperty spoolLimitProperty() {
        return spoolLimit.getReadOnlyProperty();
    }

    /** Takes another limit, in bytes; what is here already stays. */
    public void limitSpool(long bytes) {
        if (bytes != spoolLimit.get()) {
            spoolLimit.set(bytes);
            SpoolLimit.write(settings, bytes);
            engine.limitSpool(bytes);
        }
    }

    /** The most bytes a second that files may take on their way out, {@link SendLimit#OFF} without a limit. */
    public ReadOnlyLongProperty sendLimitProperty() {
        return sendLimit.getReadOnlyProperty();
    }

    /** Takes another limit, or the nearest that there is; what is under way follows at once. */
    public void limitSending(long bytesPerSecond) {
        long rate = SendRate.within(bytesPerSecond);
        if (rate != sendLimit.get()) {
            sendLimit.set(rate);
            SendRate.write(settings, rate);
            engine.limitSending(rate);
        }
    }
}
