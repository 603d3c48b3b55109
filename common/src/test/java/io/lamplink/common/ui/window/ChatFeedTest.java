package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines that come together are told together, and nothing else is different. */
final class ChatFeedTest {
    private final ChatFeed feed = new ChatFeed(Clock.fixed(Samples.NOON, ZoneOffset.UTC));
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final List<Integer> changes = new ArrayList<>();

    @BeforeEach
    void listen() {
        feed.entries().addListener((ListChangeListener<ChatEntry>) change -> {
            while (change.next()) {
                changes.add(change.getAddedSize() - change.getRemovedSize());
            }
        });
    }

    @Test
    void whatComesTogetherIsOneChangeInItsOrder() {
        feed.gather(() -> IntStream.range(0, 100).forEach(i -> hear("text " + i)));
        assertEquals(List.of(100), changes);
        assertEquals(IntStream.range(0, 100).mapToObj(i -> "text " + i).toList(), texts());
    }

    @Test
    void aLineByItselfIsThereAtOnce() {
        hear("one");
        assertEquals(List.of("one"), texts());
        UUID line = feed.note(Phrase.of("chat.copy.done"));
        assertTrue(feed.has(line));
        assertEquals(2, feed.entries().size());
    }

    @Test
    void whatBecomesOfALineThatWasGatheredCountsToo() {
        EngineEvent.ChatSent said = Samples.said("hello", null);
        feed.gather(() -> {
            feed.add(said, List.of(), 1);
            feed.delivered(said.id(), 1);
            hear("an answer");
            assertEquals(2, feed.messages());
        });
        assertEquals(
                ChatEntry.Delivery.DELIVERED, ((ChatEntry.Own) feed.entries().getFirst()).delivery());
        assertEquals(2, feed.entries().size());
    }

    @Test
    void earlierLinesStandBeforeThoseThatWereGathered() {
        feed.gather(() -> {
            hear("now");
            feed.prepend(
                    List.of(new ChatEntry.Theirs(UUID.randomUUID(), Samples.NOON, "Mei", "before")),
                    "chat.divider.start");
        });
        assertEquals(List.of("before", "now"), texts());
        assertInstanceOf(ChatEntry.Divider.class, feed.entries().get(1));
    }

    @Test
    void aLineThatWasGatheredIsFoundAndSaysSomethingElse() {
        Phrase after = Phrase.of("chat.copy.done");
        feed.gather(() -> {
            UUID line = feed.note(Phrase.of("log.connect.started", "here"));
            assertEquals(Optional.of(line), feed.lineOf(UUID.randomUUID(), Samples.NOON));
        });
        feed.gather(() -> feed.rephrase(feed.note(Phrase.of("log.connect.started", "there")), after));
        assertEquals(after, ((ChatEntry.Notice) feed.entries().getLast()).phrase());
    }

    @Test
    void whatIsGatheredWithinAGatheringDoesNotEndIt() {
        feed.gather(() -> {
            feed.gather(() -> hear("a"));
            hear("b");
            hear("c");
        });
        assertEquals(List.of("a", "b", "c"), texts());
        assertEquals(List.of(1, 2), changes);
    }

    @Test
    void whatIsClearedDoesNotComeBack() {
        feed.gather(() -> {
            hear("gone");
            feed.clear();
            hear("there");
        });
        assertEquals(List.of("there"), texts());
    }

    @Test
    void linesBeforeAnErrorAreKept() {
        assertThrows(
                IllegalStateException.class,
                () -> feed.gather(() -> {
                    hear("kept");
                    throw new IllegalStateException();
                }));
        assertEquals(List.of("kept"), texts());
        hear("next");
        assertEquals(List.of("kept", "next"), texts());
    }

    @Test
    void theOldestMakeRoomForManyAtOnce() {
        int most = ChatFeed.MOST_LINES;
        feed.gather(() -> IntStream.range(0, most).forEach(i -> hear("a")));
        assertEquals(most, feed.entries().size());
        feed.gather(() -> IntStream.range(0, 10).forEach(i -> hear("b" + i)));
        assertTrue(feed.entries().size() < most);
        assertEquals("b9", texts().getLast());
    }

    private void hear(String text) {
        feed.add(Samples.received(mei, text), false);
    }

    private List<String> texts() {
        return feed.entries().stream()
                .filter(ChatEntry.Theirs.class::isInstance)
                .map(entry -> ((ChatEntry.Theirs) entry).text())
                .toList();
    }
}
