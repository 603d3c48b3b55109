package io.lamplink.common.ui.testkit;

import io.lamplink.common.history.ExportResult;
import io.lamplink.common.history.HistoryAccess;
import io.lamplink.common.history.HistoryEntry;
import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEvent;
import io.lamplink.common.history.HistoryFormat;
import io.lamplink.common.history.HistoryHits;
import io.lamplink.common.history.HistoryHits.Hit;
import io.lamplink.common.history.HistoryPage;
import io.lamplink.common.history.HistoryProblem;
import io.lamplink.common.history.HistoryQuery;
import io.lamplink.common.history.HistoryWords;
import io.lamplink.common.history.Keeping;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A history in memory that answers at once, or when the test wants it. Every text's key is its place, from 1 on. */
public final class FakeHistory implements HistoryAccess {

    public final List<HistoryEntry> entries = new ArrayList<>();

    /** How many of the entries are from before this start. */
    public int before;

    /** What was asked for, one line each. */
    public final List<String> asked = new ArrayList<>();

    public ExportResult exported = new ExportResult.Exported(Path.of("out.txt"), 3);
    public Optional<HistoryProblem> clearing = Optional.empty();
    private final List<Consumer<HistoryEvent>> listeners = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    private Keeping keeping = Keeping.EVERYTHING;

    /** Adds texts of Anna, a minute apart, as said before this start. */
    public FakeHistory with(String... texts) {
        for (String text : texts) {
            add(text);
        }
        before = entries.size();
        return this;
    }

    /** Adds a text of Anna, said in this run or before it. */
    public Text add(String text) {
        long key = entries.size() + 1L;
        Instant time = Samples.NOON.minusSeconds(86_400).plusSeconds(60 * key);
        Text entry = new Text(
                key, new UUID(9, key), time, false, new Party("Anna", null), List.of(), text, false, false, 0, 0, 0);
        entries.add(entry);
        return entry;
    }

    /** From now on answers wait for {@link #answer}. */
    public void hold() {
        holding = true;
    }

    /** Gives the answers that wait. */
    public void answer() {
        List<Runnable> due = List.copyOf(held);
        held.clear();
        due.forEach(Runnable::run);
    }

    /** Tells of trouble. */
    public void tell(HistoryEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private <T> CompletableFuture<T> later(String line, Supplier<T> answer) {
        asked.add(line);
        CompletableFuture<T> future = new CompletableFuture<>();
        if (holding) {
            held.add(() -> future.complete(answer.get()));
        } else {
            future.complete(answer.get());
        }
        return future;
    }

    private HistoryPage page(long key, int count) {
        List<HistoryEntry> older =
                entries.stream().filter(entry -> entry.key() < key).toList();
        List<HistoryEntry> last = older.subList(Math.max(0, older.size() - count), older.size());
        return new HistoryPage(last, last.size() < older.size());
    }

    private Stream<HistoryEntry> found(HistoryQuery query) {
        return entries.reversed().stream()
                .filter(entry -> entry instanceof Text text
                        && query.words().stream().allMatch(word -> text.text().contains(word)));
    }

    @Override
    public Path file() {
        return Path.of("client-history.db");
    }

    @Override
    public void addListener(Consumer<HistoryEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public Keeping keeping() {
        return keeping;
    }

    @Override
    public void keep(Keeping wanted) {
        asked.add("keep " + wanted.on() + " " + wanted.days());
        keeping = wanted;
    }

    @Override
    public CompletableFuture<HistoryPage> beforeThisRun(int count) {
        return later("before this run", () -> page(before + 1L, count));
    }

    @Override
    public CompletableFuture<HistoryPage> before(long key, int count) {
        return later("before " + key, () -> page(key, count));
    }

    @Override
    public CompletableFuture<HistoryHits> search(HistoryQuery query, long key, int count) {
        return later("search " + String.join(" ", query.words()), () -> {
            List<HistoryEntry> all =
                    found(query).filter(entry -> entry.key() < key).toList();
            return new HistoryHits(
                    all.stream()
                            .limit(count)
                            .map(entry -> new Hit(entry, List.of()))
                            .toList(),
                    all.size() > count);
        });
    }

    @Override
    public CompletableFuture<Long> count(HistoryQuery query) {
        return CompletableFuture.completedFuture(found(query).count());
    }

    @Override
    public CompletableFuture<ExportResult> export(Path target, HistoryFormat format, HistoryWords words) {
        return later("export " + format + " " + target, () -> exported);
    }

    @Override
    public CompletableFuture<Optional<HistoryProblem>> clear() {
        return later("clear", () -> clearing);
    }
}
