package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which files get to others: chosen, dropped or pasted. Unless they have switched it off, the person first sees
 * what goes to whom; only a single file that was just chosen by its name goes at once. Lives on the JavaFX thread.
 */
public final class Giving {

    private final Engine engine;
    private final WindowPorts ports;
    private final Audience audience;
    private final boolean amongMany;
    private final ObservableValue<LinkState> state;
    private final Executor worker;
    private final SimpleObjectProperty<@Nullable Set<UUID>> pointedAt = new SimpleObjectProperty<>(this, "pointedAt");
    private final SimpleObjectProperty<Phrase> dropWords =
            new SimpleObjectProperty<>(this, "dropWords", Phrase.of("drop.hint.nobody"));
    private final List<Consumer<List<Path>>> ends = new ArrayList<>();
    private @Nullable GivingViewModel sheet;

    Giving(Engine engine, WindowPorts ports, Audience audience, boolean amongMany, ObservableValue<LinkState> state) {
        this(
                engine,
                ports,
                audience,
                amongMany,
                state,
                work -> Thread.ofPlatform().daemon().name("survey").start(work));
    }

    /** The same with a worker that a test drives. */
    Giving(
            Engine engine,
            WindowPorts ports,
            Audience audience,
            boolean amongMany,
            ObservableValue<LinkState> state,
            Executor worker) {
        this.engine = engine;
        this.ports = ports;
        this.audience = audience;
        this.amongMany = amongMany;
        this.state = state;
        this.worker = worker;
        dropWords.bind(Bindings.createObjectBinding(
                this::words, pointedAt, state, audience.peers(), audience.chosenProperty(), audience.goneProperty()));
    }

    /** Asks which files to send to those who are written to. */
    public void chooseFiles() {
        if (!audience.goneProperty().get()) {
            chooseFilesFor(audience.ids());
        }
    }

    /** Asks which files to send to {@code to}; empty for everyone. */
    public void chooseFilesFor(Set<UUID> to) {
        List<Path> files = ports.dialogs().chooseFiles();
        if (files.size() == 1) {
            send(files, to);
        } else {
            offer(files, to);
        }
    }

    /** Asks which folder to send with all that is in it. */
    public void chooseFolder() {
        ports.dialogs().chooseFolder(Phrase.of("dialog.send-folder.title")).ifPresent(folder -> offer(List.of(folder)));
    }

    /** Offers files and folders that were dropped or pasted to those who are written to. */
    public void offer(List<Path> files) {
        offer(files, _ -> {});
    }

    /**
     * The same.
     *
     * @param end hears what was sent, when that is settled
     */
    void offer(List<Path> files, Consumer<List<Path>> end) {
        if (audience.goneProperty().get()) {
            end.accept(List.of()); // What was meant for one who has left must not go to everyone.
        } else {
            offer(files, audience.ids(), end);
        }
    }

    /** Offers files and folders to {@code to}; empty for everyone. */
    public void offer(List<Path> files, Set<UUID> to) {
        offer(files, to, _ -> {});
    }

    private void offer(List<Path> files, Set<UUID> to, Consumer<List<Path>> end) {
        boolean nobody = state.getValue() != LinkState.CONNECTED;
        if (files.isEmpty() || nobody || !AskFirst.read(ports.settings())) {
            send(files, to);
            end.accept(files);
            return;
        }
        ends.add(end);
        GivingViewModel open = sheet;
        if (open != null) {
            open.add(files);
            return;
        }
        GivingViewModel made = new GivingViewModel(files, to, audience, amongMany, ports.door(), worker);
        sheet = made;
        ports.door().execute(() -> ask(made)); // What dropped them waits for its end, and must not wait for a person.
    }

    private void ask(GivingViewModel made) {
        boolean yes = false;
        try {
            yes = ports.dialogs().review(made);
        } finally {
            sheet = null;
            List<Path> files = yes && made.sendableProperty().get() ? made.files() : List.of();
            send(files, made.receivers());
            List<Consumer<List<Path>>> settled = List.copyOf(ends);
            ends.clear();
            settled.forEach(end -> end.accept(files));
        }
    }

    private void send(List<Path> files, Set<UUID> to) {
        files.forEach(file -> engine.sendFile(file, to));
    }

    /** Files are held above the window: above {@code to}, where an empty set is everyone, or above nobody in particular. */
    public void pointAt(@Nullable Set<UUID> to) {
        pointedAt.set(to);
    }

    /** Whether files that are dropped now would be offered to somebody. */
    public boolean takesDrops() {
        return state.getValue() == LinkState.CONNECTED
                && (pointedAt.get() != null || !audience.goneProperty().get());
    }

    /** To whom files would be offered that are dropped now. */
    public ReadOnlyObjectProperty<Phrase> dropWordsProperty() {
        return dropWords;
    }

    private Phrase words() {
        List<Peer> peers = audience.peers();
        Set<UUID> above = pointedAt.get();
        if (state.getValue() != LinkState.CONNECTED || peers.isEmpty()) {
            return Phrase.of("drop.hint.nobody");
        }
        List<Peer> chosen = above == null
                ? audience.chosenProperty().get()
                : peers.stream().filter(peer -> above.contains(peer.id())).toList();
        if (above == null && audience.goneProperty().get()) {
            return Phrase.of("recipient.gone", chosen.getFirst().name());
        }
        if (chosen.isEmpty() && amongMany) {
            return Phrase.of("drop.hint.everyone");
        }
        return chosen.size() > 1
                ? Phrase.of("drop.hint.some", chosen.size())
                : Phrase.of(
                        "drop.hint.one",
                        (chosen.isEmpty() ? peers : chosen).getFirst().name());
    }
}
