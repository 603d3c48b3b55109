package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.session.ChannelListener;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** H10; items 5, 12 and 20: one listener, one thread at a time, in order, with a bound, and errors stay with their connection. */
final class InboxTest {
    private final Queue<Runnable> thread = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Inbox inbox = new Inbox(thread::add, () -> told.add("caught up"), () -> told.add("failed"));

    @Test
    void theListenerHearsEverythingInOrderAndNothingAfterTheEnd() {
        inbox.opened(Recorder::new);
        inbox.heard(new Frame.Text("a"));
        inbox.pong(5);
        inbox.closed(CloseReason.normal());
        inbox.heard(new Frame.Text("b"));
        run();
        assertEquals(List.of("opened", "a", "pong 5", "closed 1000"), heard);
        assertTrue(inbox.ended().isDone());
    }

    @Test
    void nothingIsHeardOnTheThreadThatTells() {
        inbox.opened(Recorder::new);
        inbox.heard(new Frame.Text("a"));
        assertEquals(List.of(), heard);
        assertEquals(1, thread.size(), "one thread for one connection");
    }

    @Test
    void aShortTextIsHeardAtOnceByAListenerThatCanTakeIt() {
        inbox.opened(() -> new Quick(true));
        run();
        inbox.heard(new Frame.Text("a"));
        assertEquals(List.of("opened", "at once a"), heard);
        assertEquals(0, thread.size());
        inbox.heard(new Frame.Text("b".repeat(2000)));
        inbox.heard(Frame.Binary.of(ByteBuffer.allocate(1)));
        assertEquals(2, heard.size(), "long texts and file data have a thread of their own");
    }

    @Test
    void nothingIsHeardOutOfTurn() {
        inbox.opened(() -> new Quick(true));
        inbox.heard(new Frame.Text("a"));
        inbox.pong(5);
        inbox.heard(new Frame.Text("b"));
        assertEquals(List.of(), heard);
        run();
        assertEquals(List.of("opened", "a", "pong 5", "b"), heard);
    }

    @Test
    void aListenerThatIsBusyHearsAShortTextLater() {
        inbox.opened(() -> new Quick(false));
        run();
        inbox.heard(new Frame.Text("a"));
        assertEquals(List.of("opened"), heard);
        run();
        assertEquals(List.of("opened", "a"), heard);
    }

    @Test
    void whatComesWhileATextIsHeardAtOnceFollowsIt() {
        inbox.opened(() -> new Quick(true));
        run();
        inbox.heard(new Frame.Text("hang up"));
        inbox.heard(new Frame.Text("b"));
        run();
        assertEquals(List.of("opened", "at once hang up", "closed 1000"), heard);
    }

    @Test
    void aListenerThatFailsAtOnceHearsOnlyTheEnd() {
        inbox.opened(() -> new Quick(true));
        run();
        inbox.heard(new Frame.Text("throw"));
        inbox.heard(new Frame.Text("a"));
        inbox.closed(CloseReason.normal());
        run();
        assertEquals(List.of("opened", "at once throw", "closed 1000"), heard);
        assertEquals(List.of("failed"), told);
    }

    @Test
    void whatIsHeardAtOnceDoesNotAddUp() {
        inbox.opened(() -> new Quick(true));
        run();
        for (int i = 0; i < 100_000; i++) {
            inbox.heard(new Frame.Text(""));
        }
        assertFalse(inbox.behind());
    }

    @Test
    void aConnectionThatEndsBeforeItOpensIsNeverTold() {
        inbox.closed(CloseReason.normal());
        inbox.opened(Recorder::new);
        run();
        assertEquals(List.of(), heard);
        assertTrue(inbox.ended().isDone());
    }

    @Test
    void h10_theReaderIsHeldBackByBytesAndGoesOnAtHalf() {
        inbox.opened(Recorder::new);
        int quarter = (int) Inbox.BEHIND_BYTES / 4;
        for (int i = 0; i < 3; i++) {
            inbox.heard(Frame.Binary.of(ByteBuffer.allocate(quarter)));
        }
        assertFalse(inbox.behind());
        inbox.heard(Frame.Binary.of(ByteBuffer.allocate(quarter)));
        assertTrue(inbox.behind());
        assertEquals(List.of(), told);
        run();
        assertFalse(inbox.behind());
        assertEquals(List.of("caught up"), told);
    }

    @Test
    void emptyFramesHoldTheReaderBackToo() {
        int frames = 0;
        while (!inbox.behind()) {
            inbox.heard(new Frame.Text(""));
            frames++;
        }
        assertTrue(frames < 20_000, "after " + frames);
    }

    @Test
    void aListenerWithALaneIsCalledThereOnlyAndInOrder() {
        Queue<Runnable> lane = new ArrayDeque<>();
        inbox.opened(() -> new Recorder(lane::add));
        inbox.heard(new Frame.Text("a"));
        run();
        assertEquals(List.of("opened"), heard, "the rest waits for the lane");
        inbox.heard(new Frame.Text("b"));
        inbox.closed(CloseReason.normal());
        assertEquals(1, lane.size(), "one task brings all of it");
        lane.remove().run();
        assertEquals(List.of("opened", "a", "b", "closed 1000"), heard);
        inbox.pong(1);
        assertEquals(0, thread.size());
        assertEquals(1, lane.size());
    }

    @Test
    void aListenerThatFindsItsLaneLaterIsCalledThereFromThenOn() {
        Queue<Runnable> lane = new ArrayDeque<>();
        Executor found = lane::add;
        inbox.opened(() -> new Recorder() {
            @Override
            public @Nullable Executor lane() {
                return heard.contains("a") ? found : null;
            }
        });
        inbox.heard(new Frame.Text("a"));
        inbox.heard(new Frame.Text("b"));
        run();
        assertEquals(List.of("opened", "a"), heard);
        lane.remove().run();
        assertEquals(List.of("opened", "a", "b"), heard);
        inbox.heard(new Frame.Text("c"));
        assertEquals(0, thread.size());
        lane.remove().run();
        assertEquals(List.of("opened", "a", "b", "c"), heard);
    }

    @Test
    void otherTasksOfALaneGetTheirTurnBetweenManyFrames() {
        Queue<Runnable> lane = new ArrayDeque<>();
        inbox.opened(() -> new Recorder(lane::add));
        run();
        for (int i = 0; i < 100; i++) {
            inbox.heard(new Frame.Text("text"));
        }
        lane.add(() -> heard.add("other"));
        while (!lane.isEmpty()) {
            lane.remove().run();
        }
        assertEquals(102, heard.size());
        assertTrue(heard.indexOf("other") < 50, "it came as number " + heard.indexOf("other"));
    }

    @Test
    void aListenerThatFailsHearsOnlyTheEnd() {
        inbox.opened(Recorder::new);
        inbox.heard(new Frame.Text("throw"));
        inbox.heard(new Frame.Text("a"));
        inbox.closed(CloseReason.normal());
        run();
        assertEquals(List.of("opened", "throw", "closed 1000"), heard);
        assertEquals(List.of("failed"), told);
    }

    @Test
    void anOpenerThatFailsIsTold() {
        inbox.opened(() -> {
            throw new AssertionError("expected");
        });
        run();
        assertEquals(List.of("failed"), told);
    }

    @Test
    void theEndCompletesEvenIfTheListenerFailsAtIt() {
        inbox.opened(Recorder::new);
        inbox.closed(new CloseReason(4999, "throw"));
        run();
        assertTrue(inbox.ended().isDone());
    }

    private void run() {
        for (Runnable task = thread.poll(); task != null; task = thread.poll()) {
            task.run();
        }
    }

    /** Takes frames at once, or never. */
    private final class Quick extends Recorder {
        private final boolean takes;

        Quick(boolean takes) {
            this.takes = takes;
        }

        @Override
        public boolean tryFrame(Frame frame) {
            if (takes && frame instanceof Frame.Text(String text)) {
                heard.add("at once " + text);
                if (text.equals("throw")) {
                    throw new AssertionError("expected");
                }
                if (text.equals("hang up")) {
                    inbox.closed(CloseReason.normal());
                }
            }
            return takes;
        }
    }

    private class Recorder implements ChannelListener {
        private final @Nullable Executor lane;

        Recorder() {
            this(null);
        }

        Recorder(@Nullable Executor lane) {
            this.lane = lane;
            heard.add("opened");
        }

        @Override
        public @Nullable Executor lane() {
            return lane;
        }

        @Override
        public void onFrame(Frame frame) {
            if (frame instanceof Frame.Text(String text)) {
                heard.add(text);
                if (text.equals("throw")) {
                    throw new AssertionError("expected");
                }
            }
        }

        @Override
        public void onPong(long nanos) {
            heard.add("pong " + nanos);
        }

        @Override
        public void onClosed(CloseReason reason) {
            heard.add("closed " + reason.code());
            if (reason.text().equals("throw")) {
                throw new IllegalStateException("expected");
            }
        }
    }
}
