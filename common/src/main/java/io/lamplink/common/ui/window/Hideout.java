package io.lamplink.common.ui.window;

import io.lamplink.common.tray.Tray;
import io.lamplink.common.tray.desktop.SystemTrays;
import io.lamplink.common.ui.fx.FxLife;

/**
 * Where a window can be while it is not on the screen.
 *
 * @param tray where a sign stands for it
 * @param life goes on meanwhile
 */
public record Hideout(Tray tray, FxLife life) {

    /** Nowhere: a window that closes is closed. */
    public static Hideout none() {
        return new Hideout(Tray.none(), _ -> {});
    }

    /** In the tray of this system, if it has one. */
    static Hideout ofSystem() {
        return new Hideout(SystemTrays.ofThisSystem(), FxLife.real());
    }
}
