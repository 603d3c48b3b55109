package io.lamplink.common.ui.window;

import io.lamplink.common.history.Keeping;
import io.lamplink.common.ui.theme.Settings;

/** What a person wants kept in the history, as it is remembered from one start to the next. */
public final class HistorySettings {
    private static final String ON = "history";
    private static final String DAYS = "history-days";

    /** The longest time that is counted in days; more is for ever. */
    private static final int MOST_DAYS = 36_500;

    private HistorySettings() {}

    /** What was chosen; everything for ever if nothing was, or nothing that makes sense. */
    public static Keeping read(Settings settings) {
        boolean on = settings.get(ON).map(word -> !word.equals("off")).orElse(true);
        return new Keeping(on, settings.get(DAYS).map(HistorySettings::days).orElse(0));
    }

    private static int days(String text) {
        try {
            int days = Integer.parseInt(text.strip());
            return days < 0 || days > MOST_DAYS ? 0 : days;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Remembers what was chosen. */
    static void write(Settings settings, Keeping keeping) {
        settings.put(ON, keeping.on() ? "on" : "off");
        settings.put(DAYS, Integer.toString(keeping.days()));
    }
}
