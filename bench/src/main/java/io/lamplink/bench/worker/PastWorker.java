package io.lamplink.bench.worker;

import io.lamplink.common.history.History;
import io.lamplink.common.history.HistoryEntry;
import io.lamplink.common.history.HistoryQuery;
import io.lamplink.common.history.Keeping;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A history by itself. Obeys {@code fill COUNT}, and reports {@code filled}; obeys {@code search TIMES WORDS}, and reports {@code
 * found} with the milliseconds that each search took, as the window searches: the newest hits, and how many there are in all.
 */
final class PastWorker implements Worker {
    private static final int PAGE = 50;
    private static final int AT_ONCE = 5_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final History history;
    private final Voice voice;

    PastWorker(Path folder, Voice voice) {
        this.voice = voice;
        this.history = new History(file(folder), Keeping.EVERYTHING);
    }

    /** Where it is kept. */
    static Path file(Path folder) {
        return folder.resolve("history.db");
    }

    @Override
    public void obey(List<String> order) {
        switch (order.getFirst()) {
            case "fill" -> fill(Integer.parseInt(order.get(1)));
            case "search" -> search(Integer.parseInt(order.get(1)), order.get(2));
            default -> voice.say("failed", "There is no order " + order.getFirst() + ".");
        }
    }

    private void fill(int count) {
        Instant began = Instant.now().minusSeconds(count);
        HistoryEntry.Party mei = new HistoryEntry.Party("Mei", null);
        for (int i = 0; i < count; i++) {
            history.add(
                    HistoryEntry.Text.heard(UUID.randomUUID(), began.plusSeconds(i), Passages.of(i), mei, true, false));
            if (i % AT_ONCE == 0) {
                history.flushed().join();
            }
        }
        history.flushed().join();
        voice.say("filled");
    }

    private void search(int times, String words) {
        HistoryQuery query = HistoryQuery.of(words);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            history.search(query, Long.MAX_VALUE, PAGE)
                    .thenCombine(history.count(query), (hits, _) -> hits)
                    .join();
            millis.add((System.nanoTime() - began) / NANOS_PER_MILLI);
        }
        voice.say("found", millis.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    @Override
    public void close() {
        history.close();
    }
}
