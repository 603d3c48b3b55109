package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.history.Keeping;
import io.lamplink.common.ui.theme.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HistorySettingsTest {
    private final Settings settings = Settings.inMemory();

    @Test
    void everythingIsKeptUnlessAPersonWantsItOtherwise() {
        assertEquals(Keeping.EVERYTHING, HistorySettings.read(settings));
    }

    @Test
    void whatWasChosenIsRemembered() {
        HistorySettings.write(settings, new Keeping(false, 30));
        assertEquals(new Keeping(false, 30), HistorySettings.read(settings));
        HistorySettings.write(settings, new Keeping(true, 0));
        assertEquals(Keeping.EVERYTHING, HistorySettings.read(settings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "99999999999", "40000"})
    void daysThatMakeNoSenseDeleteNothing(String days) {
        settings.put("history-days", days);
        assertEquals(Keeping.EVERYTHING, HistorySettings.read(settings));
    }
}
