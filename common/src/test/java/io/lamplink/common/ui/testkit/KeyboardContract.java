package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has no mouse gets everywhere with Tab, sees where that is, and presses what is there. */
public abstract class KeyboardContract<E extends FakeEngine> extends WindowFixture<E> {
    private static final int MOST_STOPS = 60;
    /** How far a ring reaches beyond what it is around. */
    private static final double RING = 4;
    /** What a sign must stand out by, after WCAG 2. */
    private static final double LEAST_CONTRAST = 3;

    private final List<String> atTheStart;
    private final List<String> connected;

    /**
     * A contract for a window.
     *
     * @param atTheStart where Tab stops before anything was done, in order
     * @param connected where it stops while connected, with a text written, a transfer under way and the search open
     */
    protected KeyboardContract(PlayedProgram<E> program, List<String> atTheStart, List<String> connected) {
        super(program);
        this.atTheStart = atTheStart;
        this.connected = connected;
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
        Set<String> reached = new TreeSet<>(names(walk()));
        Set<String> there = new TreeSet<>();
        Fx.run(() -> collect(hands().stage().getScene().getRoot(), there));
        there.removeAll(reached);
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
        Node first = owner();
        Node stop;
        Image before = picture();
        int stops = 0;
        do {
            hands().press(KeyCode.TAB);
            stop = owner();
            Image now = picture();
            if (!standsOut(before, now, stop)) {
                unseen.add(name(stop));
            }
            before = now;
            stops++;
        } while (!stop.equals(first) && stops < MOST_STOPS);
        assertEquals(name(first), name(stop));
        assertEquals(List.of(), unseen);
    }

    /** Whether at least half of what is around {@code node} looks otherwise. */
    private static boolean standsOut(Image before, Image now, Node node) {
        Bounds around = Fx.get(() -> node.localToScene(node.getLayoutBounds()));
        return changed(before, now, around) >= around.getWidth() + around.getHeight();
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

    /** Where the focus goes by {@code keys} until it is where it was. */
    private List<Node> walk(KeyCode... keys) {
        List<Node> stops = new ArrayList<>();
        Node stop = owner();
        while (!stops.contains(stop) && stops.size() < MOST_STOPS) {
            stops.add(stop);
            hands().press(keys);
            stop = owner();
        }
        assertEquals(name(stops.getFirst()), name(stop), () -> "The walk ends in " + names(stops));
        return stops;
    }

    private Node owner() {
        return Fx.get(() -> hands().stage().getScene().getFocusOwner());
    }

    private static List<String> names(List<Node> nodes) {
        return nodes.stream().map(KeyboardContract::name).toList();
    }

    /** Its id, else the style class that it alone has. */
    private static String name(Node node) {
        return node.getId() != null
                ? "#" + node.getId()
                : "." + node.getStyleClass().getLast();
    }

    /** Every control that a mouse could use. */
    private static void collect(Node node, Set<String> there) {
        if (!node.isVisible() || node.isDisabled() || node instanceof ScrollBar) {
            return;
        }
        boolean control = node instanceof Control && node.getAccessibleRole() != null && isPressed(node);
        if (control) {
            there.add(name(node));
        }
        if (node instanceof Parent parent && !(node instanceof ListCell<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, there));
        }
    }

    private static boolean isPressed(Node node) {
        return switch (node.getAccessibleRole()) {
            case BUTTON, MENU_BUTTON, TOGGLE_BUTTON, CHECK_BOX, TEXT_FIELD, TEXT_AREA, LIST_VIEW, COMBO_BOX -> true;
            default -> false;
        };
    }

    private Image picture() {
        Fx.settle();
        return Fx.get(() -> hands().stage().getScene().snapshot(null));
    }

    /** How many points in and around {@code bounds} stand out from what was there before. */
    private static int changed(Image before, Image now, Bounds bounds) {
        PixelReader was = before.getPixelReader();
        PixelReader is = now.getPixelReader();
        Bounds around = new BoundingBox(
                Math.max(0, bounds.getMinX() - RING),
                Math.max(0, bounds.getMinY() - RING),
                bounds.getWidth() + 2 * RING,
                bounds.getHeight() + 2 * RING);
        int changed = 0;
        for (int y = (int) around.getMinY(); y < Math.min(around.getMaxY(), now.getHeight()); y++) {
            for (int x = (int) around.getMinX(); x < Math.min(around.getMaxX(), now.getWidth()); x++) {
                if (Contrast.between(was.getColor(x, y), is.getColor(x, y)) >= LEAST_CONTRAST) {
                    changed++;
                }
            }
        }
        return changed;
    }
}
