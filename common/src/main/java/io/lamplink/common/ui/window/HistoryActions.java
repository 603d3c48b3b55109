package io.lamplink.common.ui.window;

import io.lamplink.common.history.ExportResult;
import io.lamplink.common.history.HistoryAccess;
import io.lamplink.common.history.HistoryEvent;
import io.lamplink.common.history.HistoryFormat;
import io.lamplink.common.history.HistoryProblem;
import io.lamplink.common.history.HistoryWords;
import io.lamplink.common.history.Keeping;
import io.lamplink.common.ui.theme.Phrase;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a person can do with the history besides reading it, and what it has to tell. Lives on the JavaFX thread. */
public final class HistoryActions {
    private final WindowPorts ports;
    private final HistoryAccess history;
    private final ChatFeed feed;
    private final PastFeed past;
    private final ReadOnlyObjectWrapper<Keeping> keeping;

    HistoryActions(WindowPorts ports, ChatFeed feed, PastFeed past) {
        this.ports = ports;
        this.history = ports.history();
        this.feed = feed;
        this.past = past;
        keeping = new ReadOnlyObjectWrapper<>(this, "keeping", history.keeping());
        history.addListener(event -> ports.door().execute(() -> feed.warn(phrase(event))));
    }

    /** To be called before the window is shown: what was read while it was made is in its log from the first frame on. */
    public void beforeShown() {
        past.takeWhatIsHere();
    }

    /** What is kept. */
    public ReadOnlyObjectProperty<Keeping> keepingProperty() {
        return keeping.getReadOnlyProperty();
    }

    /** Changes what is kept; asks first if that removes something. */
    public void keep(Keeping wanted) {
        Keeping now = keeping.get();
        boolean removes = wanted.days() > 0 && (now.days() == 0 || wanted.days() < now.days());
        if (wanted.equals(now) || (removes && !confirmRemoval(wanted.days()))) {
            return;
        }
        history.keep(wanted);
        keeping.set(wanted);
        HistorySettings.write(ports.settings(), wanted);
    }

    /** Keeps nothing from now on; what is there stays. */
    public void keepNothingMore() {
        keep(new Keeping(false, keeping.get().days()));
    }

    private boolean confirmRemoval(int days) {
        return ports.dialogs()
                .confirm(
                        Phrase.of("history.days.question", days),
                        Phrase.of("history.days.detail", days),
                        Phrase.of("history.days.yes"));
    }

    /**
     * Asks where to, and writes the whole history there.
     *
     * @param words how it is told; used on another thread
     */
    public void export(HistoryFormat format, HistoryWords words) {
        LocalDate today = LocalDate.ofInstant(ports.clock().instant(), words.zone());
        ports.dialogs()
                .chooseTarget("lamplink-" + today + "." + format.extension())
                .ifPresent(target -> ports.door().receive(history.export(target, format, words), this::exported));
    }

    private void exported(ExportResult result) {
        switch (result) {
            case ExportResult.Exported done ->
                feed.result(Phrase.of(
                        "history.export.done", done.entries(), done.file().toString()));
            case ExportResult.NotExported(HistoryProblem problem) ->
                feed.warn(Phrase.of("history.export.failed", cause(problem)));
        }
    }

    /** Removes everything that is kept, after asking. */
    public void clear() {
        boolean sure = ports.dialogs()
                .confirm(
                        Phrase.of("history.clear.question"),
                        Phrase.of("history.clear.detail"),
                        Phrase.of("history.clear.yes"));
        if (sure) {
            ports.door().receive(history.clear(), this::cleared);
        }
    }

    private void cleared(Optional<HistoryProblem> problem) {
        if (problem.isPresent()) {
            feed.warn(Phrase.of("history.clear.failed", cause(problem.get())));
        } else {
            past.end();
            feed.dropPast();
            feed.result(Phrase.of("history.clear.done"));
        }
    }

    /** Shows the file in the system's file manager. */
    public void showFile() {
        ports.opener().showInFolder(history.file());
    }

    private Phrase phrase(HistoryEvent event) {
        return switch (event) {
            case HistoryEvent.SetAside aside ->
                Phrase.of("history.event.set-aside", aside.file().toString());
            case HistoryEvent.Paused(HistoryProblem problem) -> Phrase.of("history.event.paused", cause(problem));
            case HistoryEvent.Resumed(int lost) -> Phrase.of("history.event.resumed", lost);
            case HistoryEvent.Unavailable(HistoryProblem problem) ->
                Phrase.of("history.event.unavailable", cause(problem));
        };
    }

    private Phrase cause(HistoryProblem problem) {
        return switch (problem) {
            case DISK_FULL -> Phrase.of("history.cause.disk-full");
            case NOT_WRITABLE -> Phrase.of("history.cause.not-writable");
            case BUSY -> Phrase.of("history.cause.busy");
            case NEWER -> Phrase.of("history.cause.newer");
            case NO_DATABASE -> Phrase.of("history.cause.no-database");
            case DAMAGED -> Phrase.of("history.cause.damaged");
            case OTHER -> Phrase.of("history.cause.other");
        };
    }
}
