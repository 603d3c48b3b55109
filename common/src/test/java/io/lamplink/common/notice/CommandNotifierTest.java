package io.lamplink.common.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands of a desktop that the test makes up. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are scripts")
final class CommandNotifierTest {
    private static final long DEADLINE_SECONDS = 120;

    @TempDir
    Path temp;

    private final BlockingQueue<String> tried = new LinkedBlockingQueue<>();

    private Function<Notice, List<String>> command(String name, String... program) {
        return notice -> {
            tried.add(name + " " + notice.text());
            return List.of(program);
        };
    }

    private String next() throws InterruptedException {
        return tried.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void theFirstThatWorksIsUsed() throws Exception {
        CommandNotifier notifier = new CommandNotifier(List.of(
                command("missing", "lamplink-no-such-program"),
                command("failing", "false"),
                command("working", "true"),
                command("unneeded", "true")));
        notifier.show(new Notice("", "1"));
        assertEquals(List.of("missing 1", "failing 1", "working 1"), List.of(next(), next(), next()));
        notifier.show(new Notice("", "2"));
        assertEquals("missing 2", next());
    }

    @Test
    void theProgramGetsEachWordAsItIs() throws Exception {
        Path heard = temp.resolve("heard");
        Path program = Files.writeString(
                temp.resolve("notify-send"), "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + heard + "'\nexit 1\n");
        assertTrue(program.toFile().setExecutable(true));
        Notice notice = new Notice("--icon=/etc/passwd", "$(touch " + temp + "/owned) `id` \"'<");
        new CommandNotifier(List.of(said -> with(program, SystemNotifier.notifySend(said)), command("after", "true")))
                .show(notice);
        assertEquals("after " + notice.text(), next());
        List<String> words = Files.readAllLines(heard);
        assertEquals(SystemNotifier.notifySend(notice).subList(1, 6), words);
        assertFalse(Files.exists(temp.resolve("owned")));
    }

    private static List<String> with(Path program, List<String> command) {
        List<String> other = new ArrayList<>(command);
        other.set(0, program.toString());
        return other;
    }

    @Test
    void aCommandThatHangsIsEndedAndNeverHoldsUpWhoShows() throws Exception {
        CommandNotifier notifier = new CommandNotifier(
                List.of(command("hanging", "sleep", "600"), command("next", "true")), Duration.ofMillis(20));
        assertTimeoutPreemptively(Duration.ofSeconds(DEADLINE_SECONDS), () -> {
            for (int i = 0; i < 1000; i++) {
                notifier.show(new Notice("", "n"));
            }
        });
        assertEquals("hanging n", next());
        assertEquals("next n", next());
    }
}
