package io.lamplink.common.ui.window;

import io.lamplink.common.ui.theme.Settings;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Properties whose values are kept in the settings as soon as they change. */
public final class Remembered {
    private Remembered() {}

    /** A switch that stands as it was left, or is off if nobody has touched it. */
    static BooleanProperty off(Settings settings, String key) {
        boolean now = settings.get(key).map("true"::equals).orElse(false);
        BooleanProperty flag = new SimpleBooleanProperty(null, key, now);
        flag.addListener((_, _, on) -> settings.put(key, Boolean.toString(on)));
        return flag;
    }

    /**
     * A switch that stands as it was left, or is on if nobody has touched it.
     *
     * @param follower does what it says, and takes it for on at first; hears of it at once if it is off
     */
    public static BooleanProperty flag(Settings settings, String key, Consumer<Boolean> follower) {
        boolean now = settings.get(key).map(word -> !word.equals("false")).orElse(true);
        BooleanProperty flag = new SimpleBooleanProperty(null, key, now);
        if (!now) {
            follower.accept(false);
        }
        flag.addListener((_, _, on) -> {
            settings.put(key, Boolean.toString(on));
            follower.accept(on);
        });
        return flag;
    }
}
