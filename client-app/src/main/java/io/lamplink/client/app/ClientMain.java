package io.lamplink.client.app;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.recorder.Recording;
import io.lamplink.common.scripted.ByteCount;
import io.lamplink.common.scripted.PinOption;
import io.lamplink.common.scripted.ProgramCommand;
import io.lamplink.common.scripted.ScriptedOptions;
import io.lamplink.common.scripted.ScriptedProgram;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.ui.window.ScreenSide;
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

/** The client's command line. */
@Command(
        name = "lamplink client",
        description = "Opens the client window; with --headless runs the client without one.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = ClientMain.Version.class)
public final class ClientMain implements Callable<Integer> {
    private static final int DEFAULT_PORT = 8080;

    /** How to talk to the server. */
    enum Wire {
        /** Offer lamplink.v1 and speak Qt where the server does not answer it. */
        auto,
        /** Speak as the original Qt client does. */
        qt
    }

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    private ScriptedOptions scripted = new ScriptedOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private PinOption pin = new PinOption();

    @Mixin
    private DiscoverOptions discover = new DiscoverOptions();

    @Option(
            names = "--connect",
            paramLabel = "URL",
            description =
                    "Connect there (headless): host:port, encrypted but on this machine; wss://host:port, never in"
                            + " clear; ws://host:port, in clear.")
    private @Nullable String url;

    @Option(
            names = "--exit-after-files",
            paramLabel = "N",
            description = "End once N files have arrived and all that was asked for is done.")
    private @Nullable Integer exitAfterFiles;

    @Option(
            names = "--dialect",
            paramLabel = "D",
            defaultValue = "auto",
            description = "auto, or qt to speak as the original Qt client does (default: ${DEFAULT-VALUE}).")
    private Wire dialect = Wire.auto;

    @Option(
            names = "--reconnect",
            negatable = true,
            description = "Seek a lost link again until it is back (default: yes with a window, no without).")
    private @Nullable Boolean reconnect;

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

    private ClientMain() {}

    /** Starts the client with what stands on the command line. */
    public static void main(String[] args) throws Exception {
        System.exit(ProgramCommand.run(new ClientMain(), "lamplink client", args));
    }

    @Override
    public Integer call() {
        return scripted.headless()
                ? runScript()
                : ClientApp.open(Optional.ofNullable(place), spoolLimit, !Boolean.FALSE.equals(reconnect));
    }

    private int runScript() {
        HubSettings settings = ClientDefaults.settings().withSpoolLimit(spoolLimit);
        if (discover.asked()) {
            var _ = ClientDefaults.begin(settings);
            return discover.run();
        }
        String to = url;
        if (to == null) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    "--headless needs --connect URL or --discover.");
        }
        if (dialect == Wire.qt && pin.pin().isPresent()) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    "--pin-file does not go with --dialect qt, in which nothing can prove a PIN.");
        }
        OptionalInt files = exitAfterFiles == null ? OptionalInt.empty() : OptionalInt.of(exitAfterFiles);
        boolean comesBack = Boolean.TRUE.equals(reconnect);
        var _ = ClientDefaults.begin(settings);
        ConnectingEngine engine = new ConnectingEngine(
                settings, dialect == Wire.auto, comesBack ? ClientDefaults.reconnectPolicy() : null);
        engine.limitSending(scripted.limit());
        pin.pin().ifPresent(engine::useOnly);
        return ScriptedProgram.run(
                engine,
                scripted.forClient(files, comesBack),
                _ -> {
                    trust.answer(engine); // After the run: the first to listen hears what waits to be saved.
                    engine.connect(to, DEFAULT_PORT);
                },
                Recording.ifAsked(scripted.history(), engine, settings, false));
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Lamplink client " + ClientDefaults.version()};
        }
    }
}
