package io.lamplink.common.ui.theme;

import java.util.Locale;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.MapChangeListener;

/** Which of our themes is nearest to what the system is set to. Lives on the JavaFX thread, and as long as the program. */
final class SystemLook {
    private static final ReadOnlyObjectWrapper<Theme> NOW = new ReadOnlyObjectWrapper<>(Theme.MIDNIGHT);
    private static boolean followed;

    private SystemLook() {}

    /** The theme now; changes when the system's settings do. */
    static ReadOnlyObjectProperty<Theme> themeProperty() {
        if (!followed) {
            followed = true;
            Platform.Preferences preferences = Platform.getPreferences();
            preferences.addListener((MapChangeListener<String, Object>) _ -> read(preferences));
            preferences.colorSchemeProperty().addListener(_ -> read(preferences));
            read(preferences);
        }
        return NOW.getReadOnlyProperty();
    }

    private static void read(Platform.Preferences preferences) {
        NOW.set(theme(preferences.getColorScheme() == ColorScheme.DARK, preferences));
    }

    /**
     * The theme for these settings.
     *
     * @param dark whether the system is dark
     * @param settings what the system says of high contrast, each system by a key of its own
     */
    static Theme theme(boolean dark, Map<String, Object> settings) {
        boolean contrast = Boolean.TRUE.equals(settings.get("Windows.SPI.HighContrast"))
                || Boolean.TRUE.equals(settings.get("macOS.NSWorkspace.accessibilityDisplayShouldIncreaseContrast"))
                || String.valueOf(settings.get("GTK.theme_name"))
                        .toLowerCase(Locale.ROOT)
                        .contains("highcontrast");
        if (contrast) {
            return Theme.HIGH_CONTRAST;
        }
        return dark ? Theme.MIDNIGHT : Theme.DAYLIGHT;
    }
}
