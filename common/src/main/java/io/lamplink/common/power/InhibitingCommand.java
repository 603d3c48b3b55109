package io.lamplink.common.power;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the computer awake by a command of the system that does so until its standard input ends: when this program lets go,
 * and also when it is killed. Nothing that anybody else wrote is part of a command. One that does not work is not tried again.
 */
final class InhibitingCommand implements SleepInhibitor {
    private static final Logger LOG = LoggerFactory.getLogger(InhibitingCommand.class);
    private static final String WHY = "Lamplink is moving files";

    private final List<String> command;
    private @Nullable Process running;
    private boolean useless;

    /** Runs {@code command}: program and arguments. */
    InhibitingCommand(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** The command of this system. */
    static InhibitingCommand ofSystem() {
        return new InhibitingCommand(on(System.getProperty("os.name", "")));
    }

    /** The command of a system of that name. */
    static List<String> on(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return windows();
        }
        return name.startsWith("mac")
                ? List.of("caffeinate", "-i", "cat")
                : List.of(
                        "systemd-inhibit",
                        "--what=sleep:idle",
                        "--mode=block",
                        "--who=Lamplink",
                        "--why=" + WHY,
                        "cat");
    }

    /** Windows asks a thread of the program itself. What follows has no double quotes, which would not survive on their way. */
    private static List<String> windows() {
        String script = "$q = [char]34; "
                + "$power = Add-Type -PassThru -Namespace Lamplink -Name Power -MemberDefinition ('[DllImport(' + $q + "
                + "'kernel32.dll' + $q + ')] public static extern uint SetThreadExecutionState(uint state);'); "
                + "[void]$power::SetThreadExecutionState([uint32]'0x80000001'); " // continuous, the system is required
                + "[void][Console]::In.ReadToEnd()";
        return List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", script);
    }

    @Override
    public void inhibit() {
        Process before = running;
        if (useless || (before != null && before.isAlive())) {
            return;
        }
        if (before != null) {
            giveUp(null);
            return;
        }
        try {
            running = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private void giveUp(@Nullable IOException cause) {
        useless = true;
        running = null;
        LOG.info(
                "This computer can't be kept awake while files move: {} does not work here.",
                command.getFirst(),
                cause);
    }

    /** Completes when what runs now has ended; at once if nothing does. */
    CompletableFuture<?> ended() {
        Process process = running;
        return process == null ? CompletableFuture.completedFuture(null) : process.onExit();
    }

    @Override
    public void release() {
        Process process = running;
        running = null;
        if (process != null) {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                LOG.debug("{} had ended before.", command.getFirst(), e);
            }
        }
    }
}
