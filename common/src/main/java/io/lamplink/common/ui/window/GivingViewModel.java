package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.Survey;
import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be sent, and to whom, until a person says so or changes their mind. What the disks hold is looked at on a
 * thread of its own while the sheet is open. Lives on the JavaFX thread.
 */
public final class GivingViewModel {

    private final Audience audience;
    private final boolean amongMany;
    private final Executor door;
    private final Executor worker;
    private final ObservableList<GivingRow> rows = FXCollections.observableArrayList();
    private final Set<Path> paths = new HashSet<>();
    private final Map<GivingRow, Found> news = new ConcurrentHashMap<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Set<UUID>> to = new ReadOnlyObjectWrapper<>(this, "to", Set.of());
    private final ReadOnlyObjectWrapper<Phrase> question;
    private final ReadOnlyObjectWrapper<@Nullable Phrase> total;
    private final ReadOnlyObjectWrapper<@Nullable Phrase> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ReadOnlyObjectWrapper<@Nullable Phrase> hint = new ReadOnlyObjectWrapper<>(this, "hint");
    private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper(this, "sendable");
    private Subscription following = Subscription.EMPTY;
    private String lastName = "";
    private volatile boolean open;

    private record Found(Survey survey, boolean whole) {}

    /**
     * A sheet with {@code files} on it.
     *
     * @param chosen who gets them; empty for everyone
     * @param amongMany whether there may be several to choose from
     * @param door to the JavaFX thread
     * @param worker looks at the disks
     */
    GivingViewModel(
            List<Path> files, Set<UUID> chosen, Audience audience, boolean amongMany, Executor door, Executor worker) {
        this.audience = audience;
        this.amongMany = amongMany;
        this.door = door;
        this.worker = worker;
        question = new ReadOnlyObjectWrapper<>(this, "question", Phrase.of("give.question.everyone"));
        total = new ReadOnlyObjectWrapper<>(this, "total", Phrase.of("give.row.looking"));
        to.set(Set.copyOf(chosen));
        add(files);
    }

    /** What would be sent, in the order in which it was chosen. */
    public ObservableList<GivingRow> rows() {
        return rows;
    }

    /** Who is there. */
    public ObservableList<Peer> peers() {
        return audience.peers();
    }

    /** Whether there may be several to choose from. */
    public boolean amongMany() {
        return amongMany;
    }

    /** Who would get it; empty for everyone. */
    public ReadOnlyObjectProperty<Set<UUID>> toProperty() {
        return to.getReadOnlyProperty();
    }

    /** Whether to send it, with whom it would go to. */
    public ReadOnlyObjectProperty<Phrase> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** How much it is in all, or null if none of it can be sent. */
    public ReadOnlyObjectProperty<@Nullable Phrase> totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Why nothing can be sent, and what to do, or null. */
    public ReadOnlyObjectProperty<@Nullable Phrase> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What would not get to all of them, or null. */
    public ReadOnlyObjectProperty<@Nullable Phrase> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Whether Send would send something. */
    public ReadOnlyBooleanProperty sendableProperty() {
        return sendable.getReadOnlyProperty();
    }

    /** Adds what is not there yet. */
    public void add(List<Path> files) {
        List<GivingRow> more =
                files.stream().filter(paths::add).map(GivingRow::new).toList();
        rows.addAll(more);
        refresh();
        if (open) {
            survey(more);
        }
    }

    /** Takes one away: it is not sent. */
    public void remove(GivingRow row) {
        rows.remove(row);
        paths.remove(row.path());
        refresh();
    }

    /** Lets one more get it, or one fewer; with none chosen everyone gets it. */
    public void toggle(UUID peer) {
        Set<UUID> now = new HashSet<>(to.get());
        if (!now.remove(peer)) {
            now.add(peer);
        }
        to.set(Set.copyOf(now));
        refresh();
    }

    /** Lets everyone get it. */
    public void chooseEveryone() {
        to.set(Set.of());
        refresh();
    }

    /** The sheet is shown: begins to look at the disks. */
    public void start() {
        open = true;
        following = audience.peers().subscribe(this::refresh);
        survey(List.copyOf(rows));
    }

    /** The sheet is away. */
    public void stop() {
        open = false;
        following.unsubscribe();
    }

    /** What is to be sent. */
    List<Path> files() {
        return rows.stream().filter(GivingRow::sendable).map(GivingRow::path).toList();
    }

    /** Those of whom it is meant for who are there; empty for everyone. */
    Set<UUID> receivers() {
        return present(to.get());
    }

    private Set<UUID> present(Set<UUID> ids) {
        return audience.peers().stream().map(Peer::id).filter(ids::contains).collect(Collectors.toUnmodifiableSet());
    }

    private void survey(List<GivingRow> some) {
        worker.execute(() -> {
            for (GivingRow row : some) {
                if (open) {
                    tell(row, Survey.of(row.path(), () -> !open, part -> tell(row, part, false)), true);
                }
            }
        });
    }

    /** News of many rows cross to the window together, however fast they come. */
    private void tell(GivingRow row, Survey survey, boolean whole) {
        news.put(row, new Found(survey, whole));
        if (telling.compareAndSet(false, true)) {
            door.execute(this::take);
        }
    }

    private void take() {
        telling.set(false);
        for (GivingRow row : Set.copyOf(news.keySet())) {
            Found found = news.remove(row);
            if (found != null && open) {
                row.found(found.survey(), found.whole());
            }
        }
        refresh();
    }

    private void refresh() {
        Set<UUID> wanted = to.get();
        List<Peer> there =
                peers().stream().filter(peer -> wanted.contains(peer.id())).toList();
        boolean any = rows.stream().anyMatch(GivingRow::sendable);
        question.set(question(wanted, there));
        total.set(any ? total() : null);
        hint.set(hint(wanted.isEmpty() ? peers() : there));
        problem.set(problem(any, !wanted.isEmpty() && there.isEmpty()));
        sendable.set(problem.get() == null);
    }

    /**
     * What is in the way.
     *
     * @param any whether there is something that can be sent
     * @param gone whether those whom it is meant for have left
     */
    private @Nullable Phrase problem(boolean any, boolean gone) {
        if (peers().isEmpty()) {
            return Phrase.of("give.problem.nobody");
        }
        if (gone) {
            return Phrase.of("recipient.gone", lastName);
        }
        if (any) {
            return null;
        }
        return Phrase.of(rows.isEmpty() ? "give.problem.empty" : "give.problem.nothing");
    }

    private Phrase question(Set<UUID> wanted, List<Peer> there) {
        if (there.size() > 1) {
            return Phrase.of("give.question.some", there.size());
        }
        if (there.size() == 1 || (!amongMany && !peers().isEmpty())) {
            lastName = SafeText.line((amongMany ? there : peers()).getFirst().name());
        }
        return wanted.isEmpty() && amongMany
                ? Phrase.of("give.question.everyone")
                : Phrase.of("give.question.one", lastName);
    }

    private Phrase total() {
        int files = 0;
        long bytes = 0;
        boolean whole = true;
        for (GivingRow row : rows) {
            Survey survey = row.surveyProperty().get();
            whole &= row.whole();
            if (survey != null && survey.sendable()) {
                files += survey.files();
                bytes += survey.bytes();
            }
        }
        return Phrase.of(whole ? "give.total.known" : "give.total.counting", files, new Amount.Bytes(bytes));
    }

    /** The original program takes single files only. */
    private @Nullable Phrase hint(List<Peer> receivers) {
        boolean folder = rows.stream()
                .map(row -> row.surveyProperty().get())
                .anyMatch(survey -> survey != null && survey.kind() == Survey.Kind.FOLDER);
        List<Peer> originals = folder ? receivers.stream().filter(Peer::isQt).toList() : List.of();
        return originals.isEmpty()
                ? null
                : Phrase.of(
                        "give.hint.no-folders",
                        SafeText.line(originals.getFirst().name()),
                        originals.size());
    }
}
