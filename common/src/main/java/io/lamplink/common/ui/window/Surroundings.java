package io.lamplink.common.ui.window;

import io.lamplink.common.ui.theme.Phrase;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** What is around a window: whether the person looks at it, and how else to reach them. On the JavaFX thread. */
public interface Surroundings {

    /** Whether this window, or one that belongs to it, has the keyboard. */
    ReadOnlyBooleanProperty inFrontProperty();

    /** Shows a notification of the desktop, if it has any. */
    void show(Phrase title, Phrase text);

    /** Makes a short sound, if this machine can. */
    void ring();
}
