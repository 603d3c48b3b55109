package io.lamplink.common.ui.window;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.theme.Phrase;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What a sign in the tray tells of a window, and can do there. Read on the JavaFX thread.
 *
 * @param title the title of the window: the name of the program, with how much is unread and how far transfers are
 * @param state what its lamp shows
 * @param sentence what stands beside the lamp
 * @param deed what begins or ends the link, whichever is to be done next
 * @param problem what is wrong with what was entered in the window, which must then be seen
 */
public record TraySubject(
        ObservableValue<Phrase> title,
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
