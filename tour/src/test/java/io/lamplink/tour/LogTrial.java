package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.control.ChatLog;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long frames take while 200,000 messages come and are scrolled through, by a clock, and so not for every build: {@code
 * ./mvnw -pl tour -am -Dtest=LogTrial test}. Figures are in the test's output: for each pulse the time that the JavaFX thread
 * spends from the beginning of the pulse to the end of its layout, in milliseconds.
 */
@Timeout(600)
@ExtendWith(Fx.class)
final class LogTrial {

    private static final int MANY = 200_000;
    private static final int EACH_PULSE = 100;
    private static final int SCROLLS = 600;

    private final ObservableList<ChatEntry> entries = FXCollections.observableArrayList();
    private final List<Long> nanos = new ArrayList<>();

    @Test
    void frames() throws InterruptedException {
        ChatLog log = Fx.get(() -> new ChatLog(new Texts(Language.ENGLISH, ZoneOffset.UTC)));
        Fx.run(() -> {
            log.todayProperty().set(LocalDate.ofInstant(Samples.NOON, ZoneOffset.UTC));
            log.setItems(entries);
        });
        Hands hands = Hands.show(log, 700, 560);
        measure("warming up", 300, _ -> add(20), log);
        Fx.run(entries::clear);
        measure("appending to 200,000, 100 each frame", MANY / EACH_PULSE, _ -> add(EACH_PULSE), log);
        measure("one message each frame at 200,000", 300, _ -> add(1), log);
        ListView<?> list = hands.find(ListView.class, ".entries");
        VirtualFlow<?> flow = (VirtualFlow<?>) Fx.get(() -> list.lookup(".virtual-flow"));
        Fx.run(() -> flow.scrollTo(MANY / 2));
        measure("scrolling 120 pixels each frame", SCROLLS, _ -> flow.scrollPixels(-120), log);
        measure("scrolling 3 pages each frame", SCROLLS, _ -> flow.scrollPixels(-3 * 560), log);
        measure("a message each frame out of sight", 300, _ -> add(1), log);
        hands.close();
    }

    private void add(int count) {
        ChatEntry[] lines = new ChatEntry[count];
        for (int i = 0; i < count; i++) {
            int number = entries.size() + i;
            String text =
                    "Message " + number + (number % 5 == 0 ? ", which is long enough to need a second line. " : "")
                            + (number % 7 == 0 ? " 😀" : "");
            lines[i] = number % 3 == 0
                    ? new ChatEntry.Own(new UUID(2, number), Samples.NOON, text, List.of(), 1, 1, 0)
                    : new ChatEntry.Theirs(new UUID(1, number), Samples.NOON, "Mei", text);
        }
        entries.addAll(lines);
    }

    private interface Step {
        void at(int pulse);
    }

    private void measure(String what, int pulses, Step step, ChatLog log) throws InterruptedException {
        nanos.clear();
        CountDownLatch done = new CountDownLatch(1);
        long[] began = {0};
        Runnable after = () -> nanos.add(System.nanoTime() - began[0]);
        AnimationTimer timer = new AnimationTimer() {
            private int pulse;

            @Override
            public void handle(long now) {
                if (pulse == pulses) {
                    stop();
                    done.countDown();
                    return;
                }
                began[0] = System.nanoTime();
                step.at(pulse++);
            }
        };
        Fx.run(() -> {
            log.getScene().addPostLayoutPulseListener(after);
            timer.start();
        });
        done.await();
        Fx.run(() -> log.getScene().removePostLayoutPulseListener(after));
        report(what);
    }

    private void report(String what) {
        double[] millis =
                nanos.stream().mapToDouble(time -> time / 1e6).sorted().toArray();
        assertTrue(millis.length > 0);
        System.out.printf(
                "%-40s %5d frames, p50 %.2f ms, p99 %.2f ms, max %.2f ms, over 16 ms %d%n",
                what,
                millis.length,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                Arrays.stream(millis).filter(time -> time > 16).count());
    }
}
