package io.lamplink.tour;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.scene.input.KeyCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nine steps, on both real windows, by pressing their real controls. Each step is checked by what the windows show and
 * by what lies on the disk; the first that is not as it should be ends the tour.
 */
final class Tour {
    private static final Logger LOG = LoggerFactory.getLogger(Tour.class);
    private static final String HERE = "127.0.0.1";
    private static final String FILE_NAME = "测试 lecture-07.bin";
    private static final int FILE_BYTES = 24 * 1024 * 1024 + 7;

    private final Path out;
    private final Theme theme;
    private final Language language;

    Tour(Path out, Theme theme, Language language) {
        this.out = out;
        this.theme = theme;
        this.language = language;
    }

    /** Walks; answers whether everything was as it should be. */
    boolean walk() {
        try {
            Pictures.emptyFolder(out);
            Path work = Files.createTempDirectory("lamplink-tour");
            try (Stand stand = Stand.open(theme, language, work)) {
                walkOrShowTrouble(stand, work);
            } finally {
                Stand.remove(work);
            }
            say("All nine steps are as they should be; the pictures are in " + out + ".");
            return true;
        } catch (TourException | IOException e) {
            LOG.error("The tour ends.", e);
            say("The tour ends here: " + e.getMessage());
            return false;
        }
    }

    private void walkOrShowTrouble(Stand stand, Path work) throws IOException {
        try {
            walk(stand, work);
        } catch (TourException e) {
            for (WindowHand window : stand.both()) {
                window.hand().picture(out.resolve("trouble-" + window.name() + ".png"));
            }
            throw e;
        }
    }

    private void walk(Stand stand, Path work) throws IOException {
        step(1, "Start: this computer in the log, the recommended address, dark lamps", stand, () -> start(stand));
        int port = freePort();
        step(2, "Listen: problems in a sentence, then yellow", stand, () -> listen(stand, port));
        try (Relay relay = new Relay(port)) {
            step(3, "Connect: yellow while connecting", stand, () -> connect(stand, relay.port()));
            relay.open();
            step(4, "Connected: both green, greeting and welcome", stand, () -> connected(stand, port));
            step(5, "Chat: both ways, delivered", stand, () -> chat(stand));
            status(stand);
            step(7, "Disconnect: dark when asked for, red when the link breaks", stand, () -> disconnect(stand, relay));
        }
        step(8, "Clear chat: asks, then the log is empty", stand, () -> clear(stand));
        try (Relay relay = new Relay(port)) {
            relay.open();
            step(9, "Files: pushed, verified, downloaded, both ways", stand, () -> files(stand, relay.port(), work));
            stop(stand);
        }
        exit(stand);
    }

    private void start(Stand stand) {
        for (WindowHand window : stand.both()) {
            window.lampBecomes(LinkState.IDLE);
            window.logSays(Stand.HOST.hostName());
            window.logSays(Stand.HOST.recommendedAddress());
            window.fieldHolds("addressField", Stand.HOST.recommendedAddress());
            window.fieldHolds("portField", "8080");
        }
        stand.server().isEnabled("listenButton", true);
        stand.server().isEnabled("stopButton", false);
        stand.client().isEnabled("connectButton", true);
        stand.client().isEnabled("disconnectButton", false);
        stand.client().isEnabled("downloadButton", false);
    }

    private void listen(Stand stand, int port) throws IOException {
        WindowHand server = stand.server();
        server.hand().write("addressField", HERE);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.hand().write("portField", String.valueOf(other.getLocalPort()));
            server.hand().press("listenButton");
            server.logSays(String.valueOf(other.getLocalPort()));
            server.lampBecomes(LinkState.IDLE);
        }
        server.hand().write("portField", String.valueOf(port));
        server.hand().press("listenButton");
        server.lampBecomes(LinkState.WAITING);
        server.logSays(HERE + ":" + port);
        server.statusSays(HERE + ":" + port);
        server.isEnabled("listenButton", false);
        server.isEnabled("stopButton", true);
    }

    private void connect(Stand stand, int port) {
        WindowHand client = stand.client();
        client.hand().write("addressField", HERE);
        client.hand().write("portField", String.valueOf(port));
        client.hand().press("connectButton");
        client.lampBecomes(LinkState.WAITING);
        client.isEnabled("connectButton", false);
        client.isEnabled("disconnectButton", true);
    }

    private void connected(Stand stand, int port) {
        stand.server().lampBecomes(LinkState.CONNECTED);
        stand.client().lampBecomes(LinkState.CONNECTED);
        stand.server().logSays("Hello!");
        stand.client().logSays("Welcome");
        stand.server().statusSays(HERE + ":" + port);
    }

    private void chat(Stand stand) {
        say(stand.client(), "Got the link, thanks 👍");
        stand.server().logSays("Got the link, thanks");
        say(stand.server(), "欢迎! The slides come in a moment 🎉 see https://example.org/lecture-07");
        stand.client().logSays("The slides come in a moment");
        WindowHand client = stand.client();
        client.hand().write("messageField", "Could you resend chapter 3?");
        client.hand().key(KeyCode.ENTER, Stagehand.KeyModifier.SHIFT);
        client.hand().type("No hurry.");
        client.hand().key(KeyCode.ENTER);
        stand.server().logSays("Could you resend chapter 3?");
        stand.server().logSays("No hurry.");
        stand.server().allDelivered();
        stand.client().allDelivered();
    }

    private static void say(WindowHand window, String text) {
        window.hand().write("messageField", text);
        window.hand().press("sendButton");
        window.fieldHolds("messageField", "");
    }

    /** The status window stands beside its owner, so it has a picture of its own. */
    private void status(Stand stand) {
        for (WindowHand window : stand.both()) {
            window.hand().press("statusButton");
            Stagehand pane = window.hand().windowWith("statusPane");
            pane.await("the status window shows the port", () -> pane.shows(HERE));
            pane.picture(out.resolve("step-6-" + window.name() + ".png"));
            pane.press("closeStatusButton");
        }
        say("6. Connection status: addresses, round trip, messages and bytes that were measured");
    }

    private void disconnect(Stand stand, Relay relay) throws IOException {
        stand.client().hand().press("disconnectButton");
        stand.client().lampBecomes(LinkState.IDLE);
        stand.server().lampBecomes(LinkState.WAITING);
        greetedAnew(stand, () -> {
            stand.client().hand().press("connectButton");
            stand.client().lampBecomes(LinkState.CONNECTED);
            stand.server().lampBecomes(LinkState.CONNECTED);
        });
        relay.cut();
        stand.client().lampBecomes(LinkState.LOST);
        stand.server().lampBecomes(LinkState.WAITING);
        stand.client().isEnabled("connectButton", true);
    }

    /** Both sides greet on a new link; a cut before the greetings have arrived would leave them as not delivered. */
    private static void greetedAnew(Stand stand, Runnable connecting) {
        Map<WindowHand, Long> said = new LinkedHashMap<>();
        stand.both().forEach(window -> said.put(window, window.ownMessages()));
        connecting.run();
        said.forEach((window, before) -> window.hasDelivered(before + 1));
    }

    private void clear(Stand stand) {
        for (WindowHand window : stand.both()) {
            int asked = stand.dialogs().questions();
            window.hand().press("clearButton");
            window.logIsEmpty();
            if (stand.dialogs().questions() == asked) {
                throw new TourException(
                        "Clear chat did not ask before it emptied the log of the " + window.name() + ".");
            }
        }
    }

    private void files(Stand stand, int port, Path work) throws IOException {
        stand.client().hand().write("portField", String.valueOf(port));
        greetedAnew(stand, () -> {
            stand.client().hand().press("connectButton");
            stand.client().lampBecomes(LinkState.CONNECTED);
        });
        Path lecture = work.resolve(FILE_NAME);
        byte[] content = new byte[FILE_BYTES];
        new Random(7).nextBytes(content);
        Files.write(lecture, content);
        say(stand.server(), "The lecture is on its way.");
        stand.client().logSays("The lecture is on its way.");
        stand.server().allDelivered();
        send(stand, stand.server(), stand.client(), lecture);
        Pictures.sideBySide(takePictures(9, stand), out.resolve("both.png"));
        download(stand, stand.client(), lecture, work.resolve("saved.bin"));
        stand.client().isEnabled("downloadButton", false);
        Path upload = work.resolve("homework.txt");
        Files.writeString(upload, "Chapter 3, exercise 1\n".repeat(500));
        send(stand, stand.client(), stand.server(), upload);
        download(stand, stand.server(), upload, work.resolve("homework-saved.txt"));
    }

    private static void send(Stand stand, WindowHand from, WindowHand to, Path source) {
        stand.dialogs().choose(source);
        from.hand().press("sendFileButton");
        to.hand().awaitStyled("download");
        to.logSays(source.getFileName().toString());
    }

    /** The client's composer has a button for the newest file; the server saves from the file's card. */
    private static void download(Stand stand, WindowHand to, Path source, Path target) throws IOException {
        stand.dialogs().saveTo(target);
        if (to.hand().has("downloadButton")) {
            to.hand().press("downloadButton");
        } else {
            to.hand().pressStyled("download");
        }
        to.logSays(target.getFileName().toString());
        if (Files.mismatch(source, target) != -1) {
            throw new TourException("What was saved differs from what was sent: " + source.getFileName() + ".");
        }
    }

    private void stop(Stand stand) {
        stand.server().hand().press("stopButton");
        stand.server().lampBecomes(LinkState.IDLE);
        stand.client().lampBecomes(LinkState.IDLE);
        say("   Stop: both lamps are dark");
    }

    private void exit(Stand stand) {
        for (WindowHand window : stand.both()) {
            window.hand().press("exitButton");
            window.hand().awaitClosed();
        }
        say("   Exit: both windows are closed");
    }

    private List<BufferedImage> takePictures(int number, Stand stand) {
        return stand.both().stream()
                .map(window -> window.hand().picture(picture(number, window)))
                .toList();
    }

    private Path picture(int number, WindowHand window) {
        return out.resolve("step-" + number + "-" + window.name() + ".png");
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    private void step(int number, String what, Stand stand, Step step) throws IOException {
        step.take();
        say(number + ". " + what);
        if (!Files.exists(picture(number, stand.server()))) {
            takePictures(number, stand);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
