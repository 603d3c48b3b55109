package io.lamplink.common.ui.window;

import io.lamplink.common.history.HistoryAccess;
import io.lamplink.common.history.HistoryEntry;
import io.lamplink.common.history.HistoryPage;
import io.lamplink.common.ui.fx.FxDoor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings what was said before into the log, a page at a time: the last one at the start, and those before it when somebody
 * scrolls up or goes to something that was found. Lives on the JavaFX thread; one page is on its way at a time.
 */
final class PastFeed {
    /** How many entries come at once when somebody scrolls. */
    static final int PAGE = 100;

    /** How many come at once when somebody goes far back. */
    static final int FAR = 2_000;

    private final HistoryAccess history;
    private final FxDoor door;
    private final ChatFeed feed;
    private final String divider;
    private Instant shownSince;
    private @Nullable CompletableFuture<HistoryPage> coming;
    private int questions;
    private boolean more;
    private long oldest = HistoryEntry.NOT_KEPT;
    private @Nullable Wish wish;

    /** An entry that somebody wants to see, and what is to happen when its line is there. */
    private record Wish(HistoryEntry entry, Consumer<UUID> then) {}

    /**
     * A feed that has brought nothing yet.
     *
     * @param divider names what stands between earlier lines and those of this start
     * @param now from when on the log shows everything by itself
     */
    PastFeed(HistoryAccess history, FxDoor door, ChatFeed feed, String divider, Instant now) {
        this.history = history;
        this.door = door;
        this.feed = feed;
        this.divider = divider;
        shownSince = now;
        feed.setOnTrimmed(this::startOver);
    }

    /** Brings the last page from before this start. */
    void begin() {
        load(history.beforeThisRun(PAGE));
    }

    /** Brings the page before the oldest line, if there is one and none is on its way. */
    void earlier() {
        if (more && coming == null && feed.hasRoom()) {
            load(history.before(oldest, PAGE));
        }
    }

    /**
     * The log was emptied; scrolling up brings back what it had.
     *
     * @param now from when on it shows everything by itself
     */
    void restart(Instant now) {
        shownSince = now;
        startOver();
    }

    /** The log has let go of its oldest lines: scrolling up brings what is not there. */
    private void startOver() {
        forget();
        oldest = Long.MAX_VALUE;
        more = true;
    }

    /** There is no history any more. */
    void end() {
        forget();
        more = false;
    }

    private void forget() {
        coming = null;
        wish = null;
    }

    /**
     * Brings everything from {@code entry} on into the log and hands its line to {@code then}. An earlier wish that is not
     * fulfilled yet is forgotten.
     */
    void reach(HistoryEntry entry, Consumer<UUID> then) {
        wish = new Wish(entry, then);
        if (coming == null) {
            goOn();
        }
    }

    /** Takes the page that is on its way, if it is here: what is in the log before it is laid out need not be laid out again. */
    void takeWhatIsHere() {
        CompletableFuture<HistoryPage> page = coming;
        if (page != null && page.state() == Future.State.SUCCESS) {
            arrived(page.resultNow());
        }
    }

    private void load(CompletableFuture<HistoryPage> page) {
        coming = page;
        int asked = ++questions;
        door.receive(page, answer -> {
            if (asked == questions && coming != null) { // Nobody has given it up, or taken it already.
                arrived(answer);
            }
        });
    }

    private void arrived(HistoryPage page) {
        coming = null;
        take(page);
        if (coming == null) {
            goOn();
        }
    }

    private void take(HistoryPage page) {
        more = page.moreBefore();
        if (page.entries().isEmpty()) {
            return;
        }
        oldest = page.entries().getFirst().key();
        List<HistoryEntry> fresh =
                page.entries().stream().filter(entry -> !isShown(entry)).toList();
        feed.prepend(fresh.stream().map(HistoryEntries::entry).toList(), divider);
        if (fresh.isEmpty() && more && feed.hasRoom()) {
            load(history.before(oldest, FAR)); // The log has all of these, and may have thousands more.
        }
    }

    /** The log has lines of its own for what happened while it was open. */
    private boolean isShown(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.Text text -> feed.has(text.id());
            case HistoryEntry.Transfer _, HistoryEntry.Visit _ ->
                feed.has(entry.id()) || !entry.time().isBefore(shownSince);
        };
    }

    private void goOn() {
        Wish now = wish;
        if (now == null) {
            return;
        }
        boolean there = oldest != HistoryEntry.NOT_KEPT && oldest <= now.entry().key();
        if (!there && !feed.has(now.entry().id()) && more && feed.hasRoom()) {
            load(history.before(oldest, FAR));
        } else {
            wish = null;
            feed.lineOf(now.entry().id(), now.entry().time()).ifPresent(now.then());
        }
    }
}
