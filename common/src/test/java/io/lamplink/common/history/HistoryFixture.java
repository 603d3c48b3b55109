package io.lamplink.common.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A history in a folder of a test, with a clock that the test sets and no waiting between tries. */
final class HistoryFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-29T14:02:00Z");
    static final Party ANNA = new Party("anna@desk", new UUID(0, 7));

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1_000);

    final Path file;
    final BlockingQueue<HistoryEvent> events = new LinkedBlockingQueue<>();
    Instant now = NOW;
    int mostPages;
    private HistoryLimits limits = new HistoryLimits(SHORT, NEVER, () -> mostPages);
    private History history;

    HistoryFixture(Path folder) {
        file = folder.resolve("data").resolve("client-history.db");
        history = open(Keeping.EVERYTHING);
    }

    /** A fixture on what stands at {@code folder} already, opened by {@link #reopen}. */
    static HistoryFixture on(Path folder) {
        HistoryFixture fixture = new HistoryFixture(folder);
        fixture.history.close();
        return fixture;
    }

    private History open(Keeping keeping) {
        History fresh = new History(file, keeping, () -> now, limits);
        fresh.addListener(events::add);
        return fresh;
    }

    History history() {
        return history;
    }

    /** Lets go of the file, as the end of a program does. */
    void stop() {
        history.close();
    }

    /** Looks for what is too old again and again. */
    void cleanAllTheTime() {
        limits = new HistoryLimits(SHORT, SHORT, () -> mostPages);
    }

    History reopen() {
        return reopen(Keeping.EVERYTHING);
    }

    History reopen(Keeping keeping) {
        history.close();
        history = open(keeping);
        return history;
    }

    /** Keeps texts that a peer has just said, and waits until they are written. */
    void hear(String... texts) {
        for (String text : texts) {
            history.add(heard(text));
        }
        get(history.flushed());
    }

    /** A text whose id follows from it. */
    static Text heard(String text) {
        UUID id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return Text.heard(id, NOW, text, ANNA, false, false);
    }

    List<String> texts() {
        return texts(get(history.before(Long.MAX_VALUE, 1_000)));
    }

    static List<String> texts(HistoryPage page) {
        return page.entries().stream().map(HistoryQueries::body).toList();
    }

    List<String> found(String typed) {
        HistoryHits hits = get(history.search(HistoryQuery.of(typed), Long.MAX_VALUE, 1_000));
        return hits.hits().stream().map(hit -> HistoryQueries.body(hit.entry())).toList();
    }

    HistoryEvent nextEvent() {
        try {
            HistoryEvent event = events.poll(60, TimeUnit.SECONDS);
            assertTrue(event != null, "Nothing was told.");
            return event;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T get(CompletableFuture<T> answer) {
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        history.close();
    }
}
