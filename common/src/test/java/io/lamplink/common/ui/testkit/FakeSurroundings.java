package io.lamplink.common.ui.testkit;

import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.window.Surroundings;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A desktop that notes what it was asked to show, and looks where the test wants. */
public final class FakeSurroundings implements Surroundings {
    /** A notification. */
    public record Shown(Phrase title, Phrase text) {}

    public final BooleanProperty inFront = new SimpleBooleanProperty(true);
    public final List<Shown> shown = new ArrayList<>();
    public int rings;

    @Override
    public ReadOnlyBooleanProperty inFrontProperty() {
        return inFront;
    }

    @Override
    public void show(Phrase title, Phrase text) {
        shown.add(new Shown(title, text));
    }

    @Override
    public void ring() {
        rings++;
    }
}
