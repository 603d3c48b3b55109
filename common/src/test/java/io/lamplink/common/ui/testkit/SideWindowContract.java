package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.diagnostics.UncaughtErrors;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.theme.Theme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has no mouse gets everywhere in the windows beside a program's own one, sees where that is, and out again. */
public abstract class SideWindowContract<E extends FakeEngine> extends WindowFixture<E> {
    private final Set<Theme> themes;
    private final Map<String, List<String>> stops;
    private final UncaughtErrors errors = new UncaughtErrors();
    private int kinds;

    /**
     * A contract for the windows of {@code program}.
     *
     * @param themes in which it looks at every stop; these windows look alike in both programs, so each takes its share
     * @param stops where Tab stops in each, from where the keyboard is at first; by the words of {@link #openers}
     */
    protected SideWindowContract(PlayedProgram<E> program, Set<Theme> themes, Map<String, List<String>> stops) {
        super(program);
        this.themes = themes;
        this.stops = stops;
    }

    /** How each is opened, from the program's own window. */
    protected Map<String, Runnable> openers() {
        Map<String, Runnable> openers = new LinkedHashMap<>();
        openers.put("settings", () -> hands().press(KeyCode.CONTROL, KeyCode.COMMA));
        openers.put("status", () -> press("#statusButton"));
        openers.put("keys", () -> hands().press(KeyCode.F1));
        openers.put("about", () -> hands().press(KeyCode.SHIFT, KeyCode.F1));
        openers.put("error", () -> errors.uncaughtException(Thread.currentThread(), another()));
        return openers;
    }

    /** An error of a kind that was not told before. */
    private RuntimeException another() {
        RuntimeException error = new IllegalStateException("x");
        error.setStackTrace(new StackTraceElement[] {new StackTraceElement("io.lamplink.X", "run", "X.java", ++kinds)});
        return error;
    }

    /** Presses a button of the program's own window. */
    protected void press(String button) {
        Button found = hands().find(Button.class, button);
        Fx.run(found::fire);
    }

    @BeforeEach
    void meetTwo() {
        open(Theme.MIDNIGHT);
    }

    private void open(Theme theme) {
        reopen(options.with(theme)
                .with(new ThisProgram("client", "1.2.3", options.program().log(), errors)));
        connect();
        Peer tomas = Samples.peer("Tomás", "192.168.1.33");
        tell(new EngineEvent.PeerJoined(tomas));
        engine.statistics = List.of(Samples.figures(mei), Samples.figures(tomas));
    }

    private void each(BiConsumer<String, Hands> look) {
        openers().forEach((name, opener) -> {
            Hands hands = opened(name, opener);
            look.accept(name, hands);
            hands.close();
        });
    }

    private Hands opened(String name, Runnable opener) {
        List<Window> before = Fx.get(() -> List.copyOf(Window.getWindows()));
        opener.run();
        Fx.settle();
        List<Window> now = new ArrayList<>(Fx.get(() -> List.copyOf(Window.getWindows())));
        now.removeAll(before);
        return now.stream()
                .filter(Stage.class::isInstance)
                .map(one -> new Hands((Stage) one))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing has opened: " + name));
    }

    @Test
    void tabStopsAtEverythingInOrderAndShiftTabGoesBack() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        Fx.run(() -> hands().stage().setX(30));
        each((name, hands) -> {
            assertEquals(middle(hands().stage()), middle(hands.stage()), 1, () -> "It opens elsewhere: " + name);
            KeyWalk keyboard = new KeyWalk(hands);
            Set<String> rest = new TreeSet<>(keyboard.there());
            List<Node> there = new ArrayList<>(keyboard.walk(KeyCode.TAB));
            List<String> names = KeyWalk.names(there);
            found.put(name, names);
            names.forEach(rest::remove);
            assertEquals(Set.of(), rest, () -> "Out of reach: " + name);
            there.add(there.removeFirst());
            assertEquals(
                    KeyWalk.names(there.reversed()), KeyWalk.names(keyboard.walk(KeyCode.SHIFT, KeyCode.TAB)), name);
        });
        assertEquals(stops, found);
    }

    private static double middle(Stage stage) {
        return Fx.get(() -> stage.getX() + stage.getWidth() / 2);
    }

    @Test
    void everyStopShowsThatItHasTheKeyboard() {
        themes.forEach(this::everyStopShows);
    }

    private void everyStopShows(Theme theme) {
        open(theme);
        List<String> unseen = new ArrayList<>();
        each((name, hands) -> {
            KeyWalk keyboard = new KeyWalk(hands);
            int stops = keyboard.walk(KeyCode.TAB).size();
            for (int i = 0; i < stops; i++) {
                hands.press(KeyCode.TAB);
                Node stop = keyboard.owner();
                if (!keyboard.shows(stop)) {
                    unseen.add(name + " " + KeyWalk.name(stop));
                }
            }
        });
        assertEquals(List.of(), unseen, theme.name());
    }

    @Test
    void escapeClosesItFromWhereverTheKeyboardIs() {
        List<String> open = new ArrayList<>();
        openers().forEach((name, opener) -> {
            int count = stops.getOrDefault(name, List.of()).size();
            for (int i = 0; i < count; i++) {
                Hands hands = opened(name, opener);
                Node stop = bring(hands, stops.getOrDefault(name, List.of()).get(i));
                hands.press(KeyCode.ESCAPE);
                if (hands.stage().isShowing()) {
                    open.add(name + " from " + KeyWalk.name(stop));
                    hands.close();
                }
            }
        });
        assertEquals(List.of(), open);
    }

    /** Brings the keyboard to the stop of that name. */
    private static Node bring(Hands hands, String name) {
        Node stop = Fx.get(() -> hands.stage().getScene().getRoot().lookupAll(name).stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> KeyWalk.name(node).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name)));
        Fx.run(stop::requestFocus);
        assertEquals(stop, new KeyWalk(hands).owner());
        return stop;
    }
}
