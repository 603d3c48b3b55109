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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has no mouse gets everywhere in the windows beside a program's own one, sees where that is, and out again. */
public abstract class SideWindowContract<E extends FakeEngine> extends WindowFixture<E> {
    private final Map<String, List<String>> stops;
    private final UncaughtErrors errors = new UncaughtErrors();
    private int kinds;

    /**
     * A contract for the windows of {@code program}.
     *
     * @param stops where Tab stops in each, from where the keyboard is at first; by the words of {@link #openers}
     */
    protected SideWindowContract(PlayedProgram<E> program, Map<String, List<String>> stops) {
        super(program);
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
    void tabStopsAtEverythingInOrderAndComesBack() {
        Map<String, List<String>> there = new LinkedHashMap<>();
        each((name, hands) -> there.put(name, KeyWalk.names(new KeyWalk(hands).walk(KeyCode.TAB))));
        assertEquals(stops, there);
    }

    @Test
    void shiftTabGoesBack() {
        each((name, hands) -> {
            KeyWalk keyboard = new KeyWalk(hands);
            List<Node> there = new ArrayList<>(keyboard.walk(KeyCode.TAB));
            there.add(there.removeFirst());
            assertEquals(
                    KeyWalk.names(there.reversed()), KeyWalk.names(keyboard.walk(KeyCode.SHIFT, KeyCode.TAB)), name);
        });
    }

    @Test
    void nothingIsOutOfReach() {
        each((name, hands) -> {
            KeyWalk keyboard = new KeyWalk(hands);
            Set<String> rest = new TreeSet<>(keyboard.there());
            KeyWalk.names(keyboard.walk(KeyCode.TAB)).forEach(rest::remove);
            assertEquals(Set.of(), rest, name);
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyStopShowsThatItHasTheKeyboard(Theme theme) {
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
        assertEquals(List.of(), unseen);
    }

    @Test
    void escapeClosesItFromWhereverTheKeyboardIs() {
        List<String> open = new ArrayList<>();
        openers().forEach((name, opener) -> {
            for (int i = 0; i < stops.getOrDefault(name, List.of()).size(); i++) {
                Hands hands = opened(name, opener);
                for (int j = 0; j < i; j++) {
                    hands.press(KeyCode.TAB);
                }
                hands.press(KeyCode.ESCAPE);
                if (hands.stage().isShowing()) {
                    open.add(name + " from " + KeyWalk.name(new KeyWalk(hands).owner()));
                    hands.close();
                }
            }
        });
        assertEquals(List.of(), open);
    }
}
