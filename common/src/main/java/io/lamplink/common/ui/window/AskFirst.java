package io.lamplink.common.ui.window;

import io.lamplink.common.ui.theme.Settings;
import javafx.beans.property.BooleanProperty;

/** Whether a person is shown what goes to whom before it is sent, as it is remembered from one start to the next. */
final class AskFirst {
    private static final String KEY = "ask-before-sending";

    private AskFirst() {}

    static boolean read(Settings settings) {
        return settings.get(KEY).map(word -> !word.equals("false")).orElse(true);
    }

    static BooleanProperty property(Settings settings) {
        return Remembered.flag(settings, KEY, _ -> {}); // Whoever sends reads it anew.
    }
}
