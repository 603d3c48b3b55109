package io.lamplink.common.ui.window;

import io.lamplink.common.ui.keys.Shortcut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

/** What keys do anywhere in a window, and so what is to be told of them. */
public final class Keyboard {
    private final Map<Shortcut, Runnable> actions = new EnumMap<>(Shortcut.class);
    private final Set<Shortcut.Area> areas = EnumSet.of(
            Shortcut.Area.MESSAGE,
            Shortcut.Area.LOG,
            Shortcut.Area.SEARCH,
            Shortcut.Area.TRANSFERS,
            Shortcut.Area.EMOJI);
    private final List<BooleanSupplier> waysBack = new ArrayList<>();

    /** The keys of the window that {@code root} fills. Controls get Escape first; what has opened above the window, before all. */
    Keyboard(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::act);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isInList(event.getTarget())) {
                goBack(event); // A list would keep the key to itself, and do nothing with it.
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::goBack);
    }

    /** Lets the keys of {@code shortcut} do {@code action} wherever the focus is. */
    public Keyboard on(Shortcut shortcut, Runnable action) {
        actions.put(shortcut, action);
        return this;
    }

    /** Lets Escape do {@code step}, which tells whether there was anything to do; if not, an earlier one gets the key. */
    public Keyboard onBack(BooleanSupplier step) {
        waysBack.add(step);
        return this;
    }

    /** Tells that the window has {@code area}, too, whose keys its controls know. */
    public Keyboard with(Shortcut.Area area) {
        areas.add(area);
        return this;
    }

    /** Does what the keys of {@code shortcut} do. */
    void press(Shortcut shortcut) {
        actions.getOrDefault(shortcut, () -> {}).run();
    }

    /** All that keys do in the window, by where they do. */
    List<Shortcut> shortcuts() {
        return Stream.of(Shortcut.values())
                .filter(one -> one == Shortcut.BACK || actions.containsKey(one) || areas.contains(one.area()))
                .toList();
    }

    private void act(KeyEvent event) {
        actions.entrySet().stream()
                .filter(entry -> entry.getKey().in(event))
                .findFirst()
                .ifPresent(entry -> {
                    event.consume();
                    entry.getValue().run();
                });
    }

    private void goBack(KeyEvent event) {
        if (Shortcut.BACK.in(event)
                && !event.isConsumed()
                && waysBack.stream().anyMatch(BooleanSupplier::getAsBoolean)) {
            event.consume();
        }
    }

    private static boolean isInList(EventTarget target) {
        return target instanceof ListView<?>;
    }
}
