package io.lamplink.common.ui.testkit;

import io.lamplink.common.tray.Tray;
import io.lamplink.common.tray.TrayChoice;
import io.lamplink.common.tray.TrayFace;
import io.lamplink.common.tray.TrayItem;
import io.lamplink.common.tray.TrayListener;
import io.lamplink.common.ui.fx.FxLife;
import io.lamplink.common.ui.window.Hideout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tray that notes what it was asked to show, and in which the test chooses. Used on the thread that uses the window. */
public final class FakeTray implements Tray, FxLife {
    public boolean offered = true;
    public boolean present = true;

    /** All faces that were shown, the newest last. */
    public final List<TrayFace> faces = new ArrayList<>();

    /** Whether JavaFX was told to go on without a window, each time. */
    public final List<Boolean> life = new ArrayList<>();

    private @Nullable TrayListener listener;

    /** A window that can go here. */
    public Hideout hideout() {
        return new Hideout(this, this);
    }

    @Override
    public boolean offered() {
        return offered;
    }

    @Override
    public void open(TrayFace face, TrayListener told) {
        faces.add(face);
        listener = told;
        told.there(present);
    }

    @Override
    public void show(TrayFace face) {
        faces.add(face);
    }

    @Override
    public void close() {
        listener = null;
    }

    @Override
    public void goOnWithoutWindow(boolean on) {
        life.add(on);
    }

    /** Whether there is a sign. */
    public boolean isOpen() {
        return listener != null;
    }

    /** The person chooses. */
    public void choose(TrayChoice choice) {
        Objects.requireNonNull(listener, "no sign").chosen(choice);
    }

    /** The desktop shows signs from now on, or no more. */
    public void there(boolean now) {
        Objects.requireNonNull(listener, "no sign").there(now);
    }

    /** What the menu says now. */
    public List<String> menu() {
        return faces.getLast().items().stream().map(TrayItem::words).toList();
    }
}
