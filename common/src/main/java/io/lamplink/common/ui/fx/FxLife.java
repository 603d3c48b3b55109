package io.lamplink.common.ui.fx;

import javafx.application.Platform;

/** Whether JavaFX, and with it the program, goes on when no window is open. Asked on the JavaFX thread. */
@FunctionalInterface
public interface FxLife {

    /** From now on JavaFX goes on without a window, or ends with the last one; at once, if none is open. */
    void goOnWithoutWindow(boolean on);

    /** That of this program. */
    static FxLife real() {
        return on -> Platform.setImplicitExit(!on);
    }
}
