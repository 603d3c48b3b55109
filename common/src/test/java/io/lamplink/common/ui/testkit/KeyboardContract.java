package io.lamplink.common.ui.testkit;

import static io.lamplink.common.ui.testkit.KeyWalk.name;
import static io.lamplink.common.ui.testkit.KeyWalk.names;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has no mouse gets everywhere with Tab, sees where that is, and presses what is there. */
public abstract class KeyboardContract<E extends FakeEngine> extends WindowFixture<E> {
    private static final List<String> ADDRESS = List.of("#addressField", "#portField");

    /** The foot of the rail, and the head of the middle. */
    private static final List<String> ACTIONS = List.of(
            "#statusButton",
            "#clearButton",
            "#exitButton",
            "#historyButton",
            "#languageButton",
            "#themeButton",
            "#settingsButton");

    private static final List<String> SEARCH = List.of("#searchField", "#searchOlder", "#searchNewer", "#searchClose");

    private static final List<String> CONVERSATION = List.of(
            ".entries",
            "#emojiButton",
            "#sendFileButton",
            "#sendFolderButton",
            "#messageField",
            "#sendButton",
            ".cards",
            ".pause",
            ".cancel");

    private final List<String> atTheStart;
    private final List<String> connected;

    /**
     * A contract for a window.
     *
     * @param atTheStart where Tab stops in the rail before anything was done, in order, from the address to the rail's foot
     * @param connected where it stops there while connected
     */
    protected KeyboardContract(PlayedProgram<E> program, List<String> atTheStart, List<String> connected) {
        super(program);
        this.atTheStart =
                joined(Stream.of(atTheStart, ACTIONS, List.of(".entries", "#emojiButton", "#messageField"), ADDRESS));
        this.connected = joined(Stream.of(SEARCH, CONVERSATION, ADDRESS, connected, ACTIONS));
    }

    private static List<String> joined(Stream<List<String>> parts) {
        return parts.flatMap(List::stream).toList();
    }

    /** Connected, with a text written, a transfer under way and the search open. */
    private void liven() {
        connect();
        tell(Samples.received(mei, "Hello"));
        TransferSnapshot moving = Samples.outgoing("lecture-07.zip", 842_000_000, 0);
        tell(new EngineEvent.TransferChanged(mei, moving, null));
        hands().click("#messageField");
        hands().type("Hello");
        hands().press(KeyCode.CONTROL, KeyCode.F);
    }

    @Test
    void tabStopsAtEverythingInOrderAtTheStart() {
        assertEquals(atTheStart, names(walk()));
    }

    @Test
    void tabStopsAtEverythingInOrderWhileConnected() {
        liven();
        assertEquals(connected, names(walk()));
    }

    @Test
    void nothingIsOutOfReach() {
        liven();
        Set<String> there = new KeyWalk(hands()).there();
        names(walk()).forEach(there::remove);
        assertEquals(Set.of(), there);
    }

    @Test
    void shiftTabGoesBack() {
        List<Node> there = walk();
        List<Node> back = walk(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(names(there).reversed(), shifted(names(back)));
    }

    /** Both walks begin at the same stop, which is the first of the one and the last of the other. */
    private static List<String> shifted(List<String> names) {
        List<String> shifted = new ArrayList<>(names.subList(1, names.size()));
        shifted.add(names.getFirst());
        return shifted;
    }

    @ParameterizedTest
    @EnumSource
    void everyStopShowsThatItHasTheKeyboard(Theme theme) {
        reopen(options.with(theme).with(new javafx.geometry.Rectangle2D(0, 0, 1000, 680)));
        liven();
        List<String> unseen = new ArrayList<>();
        KeyWalk keyboard = new KeyWalk(hands());
        Node first = keyboard.owner();
        Node stop;
        Image before = keyboard.picture();
        int stops = 0;
        do {
            hands().press(KeyCode.TAB);
            stop = keyboard.owner();
            Image now = keyboard.picture();
            if (!KeyWalk.standsOut(before, now, stop)) {
                unseen.add(name(stop));
            }
            before = now;
            stops++;
        } while (!stop.equals(first) && stops < KeyWalk.MOST_STOPS);
        assertEquals(name(first), name(stop));
        assertEquals(List.of(), unseen);
    }

    @Test
    void spaceAndEnterPressEveryButton() {
        liven();
        AtomicInteger presses = new AtomicInteger();
        EventHandler<ActionEvent> instead = event -> {
            presses.incrementAndGet();
            event.consume();
        };
        Fx.run(() -> hands().stage().getScene().addEventFilter(ActionEvent.ACTION, instead));
        List<String> dead = new ArrayList<>();
        for (Node stop : walk()) {
            for (KeyCode key : List.of(KeyCode.SPACE, KeyCode.ENTER)) {
                presses.set(0);
                Fx.run(stop::requestFocus);
                if (stop instanceof MenuButton menu) {
                    hands().press(key);
                    presses.addAndGet(Fx.get(menu::isShowing) ? 1 : 0);
                    Fx.run(menu::hide);
                } else if (stop instanceof Button) {
                    hands().press(key);
                } else {
                    continue;
                }
                if (presses.get() != 1) {
                    dead.add(name(stop) + " by " + key + ": " + presses.get());
                }
            }
        }
        assertEquals(List.of(), dead);
    }

    private List<Node> walk() {
        return walk(KeyCode.TAB);
    }

    private List<Node> walk(KeyCode... keys) {
        return new KeyWalk(hands()).walk(keys);
    }
}
