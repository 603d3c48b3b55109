package io.lamplink.common.ui.window;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.theme.Phrase;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What a sign in the tray tells of a window, and can do there. Read on the JavaFX thread.
 *
 * @param title the name of the program
 * @param state what its lamp shows
 * @param sentence what stands beside the lamp
 * @param deed what begins or ends the link, whichever is to be done next
 * @param problem what is wrong with what was entered in the window, which must then be seen
 */
public record TraySubject(
        Phrase title,
        ObservableValue<LinkState> state,
        ObservableValue<Phrase> sentence,
        ObservableValue<Deed> deed,
        ObservableValue<? extends @Nullable Phrase> problem) {

    /**
     * Something to do.
     *
     * @param words what its button says
     * @param action does it
     */
    public record Deed(Phrase words, Runnable action) {}
}
