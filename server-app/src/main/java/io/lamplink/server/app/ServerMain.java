package io.lamplink.server.app;

import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.recorder.Recording;
import io.lamplink.common.scripted.ByteCount;
import io.lamplink.common.scripted.PinOption;
import io.lamplink.common.scripted.ProgramCommand;
import io.lamplink.common.scripted.ScriptedOptions;
import io.lamplink.common.scripted.ScriptedProgram;
import io.lamplink.common.scripted.ScriptedRun;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.ui.window.ScreenSide;
import io.lamplink.server.engine.ListeningEngine;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The server's command line. */
@Command(
        name = "lamplink server",
        description = "Opens the server window; with --headless runs the server without one.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = ServerMain.Version.class)
public final class ServerMain implements Callable<Integer> {

    @Mixin
    private ScriptedOptions scripted = new ScriptedOptions();

    @Option(
            names = "--address",
            paramLabel = "A",
            defaultValue = "127.0.0.1",
            description = "Listen on this address of this machine (headless; default: ${DEFAULT-VALUE}).")
    private String address = "";

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "Listen on this port, 0 for a free one (headless; default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--place",
            paramLabel = "SIDE",
            description = "Open the window on this side of the screen: left or right.")
    private @Nullable ScreenSide place;

    @Option(
            names = "--spool-limit",
            paramLabel = "SIZE",
            converter = ByteCount.class,
            description = "Keep at most so many bytes of files that arrived and were not saved, such as 500M or 20G"
                    + " (default: what the disk holds).")
    private long spoolLimit = DiskSpool.UNLIMITED;

    @Mixin
    private DoorOptions door = new DoorOptions();

    @Mixin
    private PinOption pin = new PinOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--no-share",
            description = "Keep what a client says between it and the server (headless; default: all clients hear it).")
    private boolean noShare;

    @Option(
            names = "--no-catch-up",
            description = "Give clients that come late neither the last messages nor the files sent to everyone"
                    + " (headless; default: they get them).")
    private boolean noCatchUp;

    @Option(
            names = "--announce",
            description = "Tell the network of this server, by mDNS, while it listens beyond this computer (headless;"
                    + " default: nobody is told). Everyone there can read its name.")
    private boolean announce;

    private ServerMain() {}

    /** Starts the server with what stands on the command line. */
    public static void main(String[] args) throws Exception {
        System.exit(ProgramCommand.run(new ServerMain(), "lamplink server", args));
    }

    @Override
    public Integer call() {
        if (scripted.headless()) {
            HubSettings settings = ServerDefaults.settings().withSpoolLimit(spoolLimit);
            var _ = ServerDefaults.begin(settings);
            ListeningEngine engine = new ListeningEngine(settings, door.rules());
            engine.share(!noShare);
            engine.catchUp(!noCatchUp);
            pin.pin().map(this::checked).ifPresent(engine::askForPin);
            engine.announce(announce);
            engine.limitSending(scripted.limit());
            return ScriptedProgram.run(
                    engine,
                    scripted.forServer(OptionalInt.empty()),
                    run -> listen(engine, run),
                    Recording.ifAsked(scripted.history(), engine, settings, true));
        }
        return ServerApp.open(Optional.ofNullable(place), spoolLimit, door.rules());
    }

    private void listen(ListeningEngine engine, ScriptedRun run) {
        run.isKnownBy(engine.fingerprint());
        engine.listen(address, port);
    }

    private PinSetting checked(Pin asked) {
        if (asked.isObvious()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "That PIN is one of the first that somebody would try.");
        }
        return new PinSetting(asked, true);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Lamplink server " + ServerDefaults.version()};
        }
    }
}
