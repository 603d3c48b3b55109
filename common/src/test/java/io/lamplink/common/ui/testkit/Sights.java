package io.lamplink.common.ui.testkit;

import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.diagnostics.UncaughtErrors;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.window.WindowOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;

/** All that a program shows, one after the other: its window in its states, and what opens above or beside it. */
public final class Sights<E extends FakeEngine> {
    private static final List<String> OPENERS = List.of(
            "#statusButton",
            "#settingsButton",
            "#emojiButton",
            "#historyButton",
            "#languageButton",
            "#themeButton",
            "#clearButton");

    private final PlayedProgram<E> program;
    private final Look look;
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final Hands hands;
    private final UncaughtErrors errors;

    /** Looks at one of the sights; called outside the JavaFX thread. */
    public interface Look {
        /** Looks at {@code scene} as it is now. */
        void at(String name, Scene scene);
    }

    private Sights(PlayedProgram<E> program, WindowOptions options, Look look) {
        this.program = program;
        this.look = look;
        errors = new UncaughtErrors(); // An error of one kind is shown once for each program.
        Stage stage = Fx.get(Stage::new);
        Fx.run(() -> program.open(stage, options.with(knowing(options.program()))));
        Fx.settle();
        hands = new Hands(stage);
    }

    private ThisProgram knowing(ThisProgram before) {
        return new ThisProgram(before.name(), before.version(), before.log(), errors);
    }

    /**
     * Goes through all sights of {@code program}.
     *
     * @param options without dialogs, so that its questions are seen
     */
    public static <E extends FakeEngine> void each(
            PlayedProgram<E> program, WindowOptions options, double width, double height, Look look) {
        String size = " " + (int) width + "x" + (int) height;
        Sights<E> sights = new Sights<>(
                program,
                options.with(new Rectangle2D(0, 0, width, height)),
                (name, scene) -> look.at(name + size, scene));
        try {
            sights.walk();
        } finally {
            sights.hands.close();
        }
    }

    private void walk() {
        window("start");
        open("at the start");
        press("the keys", KeyCode.F1, false);
        press("about the program", KeyCode.F1, true);
        see("an error", () -> errors.uncaughtException(Thread.currentThread(), new IllegalStateException("x")));
        List<EngineEvent> steps = program.connecting(mei);
        tell(steps.subList(0, steps.size() - 2));
        window("waiting");
        program.questions()
                .forEach((name, question) -> seeNew(name, () -> program.engine().tell(question)));
        tell(steps.subList(steps.size() - 2, steps.size()));
        window("connected");
        talk();
        transfer();
        program.engine().statistics = List.of(Samples.figures(mei));
        window("with transfers");
        ask();
        hands.press(KeyCode.CONTROL, KeyCode.F);
        window("searching");
        hands.press(KeyCode.ESCAPE);
        tell(program.crowding());
        window("with a crowd");
        open("with a crowd");
        tell(List.of(
                new EngineEvent.PeerLeft(mei, new CloseReason(CloseReason.ABNORMAL, ""), false),
                new EngineEvent.LinkChanged(LinkState.LOST)));
        window("lost");
    }

    private void tell(List<EngineEvent> events) {
        program.engine().tell(events.toArray(EngineEvent[]::new));
        Fx.settle();
    }

    private void window(String name) {
        Fx.settle();
        look.at(name, hands.stage().getScene());
    }

    private void talk() {
        EngineEvent.ChatSent own = Samples.said("Welcome 👋 See https://example.org/slides", null);
        EngineEvent.ChatSent failed = Samples.said("Did it arrive?", mei);
        tell(List.of(
                own,
                new EngineEvent.ChatDelivered(own.id(), List.of(mei)),
                failed,
                new EngineEvent.ChatFailed(failed.id(), mei)));
        for (int i = 0; i < 6; i++) {
            tell(List.of(Samples.received(mei, "Got the link, thanks. 😀 " + i)));
        }
    }

    private void transfer() {
        TransferSnapshot failed = Samples.outgoing("notes.txt", 12_345, 6_000);
        TransferSnapshot arrived = Samples.incoming("chapter-3.pdf", 4_100_000, 0);
        TransferSnapshot saved = Samples.incoming("picture.jpg", 1_234_567, 0);
        TransferSnapshot held = Samples.outgoing("film.mkv", 900_000_000, 1_000_000);
        TransferSnapshot moving = Samples.outgoing("lecture-07.zip", 842_000_000, 0);
        TransferSnapshot.Pause full = new TransferSnapshot.Pause(false, false, FailureReason.DISK_FULL, "");
        Stream.of(
                        failed,
                        Samples.in(TransferSnapshot.State.FAILED, failed, false),
                        arrived,
                        Samples.in(TransferSnapshot.State.COMPLETE, arrived, true),
                        saved,
                        Samples.in(TransferSnapshot.State.SAVED, saved, true),
                        held,
                        Samples.heldUp(held, full),
                        moving,
                        Samples.later(moving, 500_000_000, java.time.Duration.ofSeconds(5)))
                .forEach(one -> tell(List.of(new EngineEvent.TransferChanged(mei, one, null))));
    }

    private void open(String when) {
        Stream.concat(OPENERS.stream(), program.openers().stream()).forEach(button -> {
            Node node = hands.find(Node.class, button);
            if (!node.isDisabled() && node.isVisible()) {
                seeNew(button + " " + when, () -> press(node));
            }
        });
    }

    private void press(String name, KeyCode key, boolean shift) {
        KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false);
        see(name, () -> Event.fireEvent(hands.stage().getScene().getRoot(), event));
    }

    /** What a button, a mouse and dropped files open while transfers are under way. */
    private void ask() {
        Node root = hands.stage().getScene().getRoot();
        Node exit = hands.find(Node.class, "#exitButton");
        seeNew("exit question", () -> press(exit));
        Drag files = new Drag(Path.of("pom.xml").toAbsolutePath(), Path.of("/home/mei/which-is-not-there.pdf"));
        seeNew("giving sheet", () -> files.dropNow(root));
        seeNew("menu of the log", () -> askFor(".chat-log .chat-cell"));
        seeNew("menu of a client", () -> askFor(".client-list .client-cell"));
    }

    /** Asks for the menu of what {@code selector} names, if there is any. */
    private void askFor(String selector) {
        Node node = hands.stage().getScene().lookup(selector);
        if (node != null) {
            Point2D place = node.localToScreen(8, 8);
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            8,
                            8,
                            place.getX(),
                            place.getY(),
                            false,
                            new PickResult(node, 8, 8)));
        }
    }

    private static void press(Node node) {
        switch (node) {
            case MenuButton menu -> menu.show();
            case Button button -> button.fire();
            default -> throw new IllegalArgumentException(node.toString());
        }
    }

    /** The same, where it is an error that none opens. */
    private void see(String name, Runnable provoke) {
        if (seeNew(name, provoke) == 0) {
            throw new AssertionError("Nothing has opened: " + name);
        }
    }

    /** Looks at the window that {@code provoke} opens, which may wait for it to close, and closes it; there may be none. */
    private int seeNew(String name, Runnable provoke) {
        List<Window> before = Fx.get(Sights::windows);
        Platform.runLater(provoke);
        Fx.settle();
        List<Window> opened = new ArrayList<>(Fx.get(Sights::windows));
        opened.removeAll(before);
        for (Window window : opened) {
            look.at(name, window.getScene());
            if (window.getScene().lookup("#reachButton") instanceof Button reach) {
                seeNew(name + " reach", reach::fire);
            }
            Fx.run(window::hide);
        }
        Fx.settle();
        return opened.size();
    }

    private static List<Window> windows() {
        return Window.getWindows().stream()
                .filter(window -> !(window instanceof Tooltip) && window.isShowing())
                .filter(window -> Objects.nonNull(window.getScene()))
                .toList();
    }
}
