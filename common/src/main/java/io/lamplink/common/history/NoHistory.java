package io.lamplink.common.history;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Keeps nothing and knows nothing. */
final class NoHistory implements HistoryAccess {
    static final NoHistory INSTANCE = new NoHistory();

    private NoHistory() {}

    @Override
    public Path file() {
        return Path.of("");
    }

    @Override
    public void addListener(Consumer<HistoryEvent> listener) {}

    @Override
    public Keeping keeping() {
        return new Keeping(false, 0);
    }

    @Override
    public void keep(Keeping keeping) {}

    @Override
    public CompletableFuture<HistoryPage> beforeThisRun(int count) {
        return CompletableFuture.completedFuture(HistoryPage.EMPTY);
    }

    @Override
    public CompletableFuture<HistoryPage> before(long key, int count) {
        return CompletableFuture.completedFuture(HistoryPage.EMPTY);
    }

    @Override
    public CompletableFuture<HistoryHits> search(HistoryQuery query, long key, int count) {
        return CompletableFuture.completedFuture(HistoryHits.NONE);
    }

    @Override
    public CompletableFuture<Long> count(HistoryQuery query) {
        return CompletableFuture.completedFuture(0L);
    }

    @Override
    public CompletableFuture<ExportResult> export(Path target, HistoryFormat format, HistoryWords words) {
        return CompletableFuture.completedFuture(new ExportResult.NotExported(HistoryProblem.OTHER));
    }

    @Override
    public CompletableFuture<Optional<HistoryProblem>> clear() {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
