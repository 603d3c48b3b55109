package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.ui.theme.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SendRateTest {
    private final Settings settings = Settings.inMemory();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 MB/s | 3000000",
                "3 | 3000000",
                "2,5 | 2500000",
                "0.75 MB/s | 750000",
                "500k | 500000",
                "500 kB/s | 500000",
                "500 KiB/s | 500000",
                "10MBps | 10000000",
                "1 G | 1000000000",
                "２ ＭＢ／秒 | 2000000",
                "1 MB / s | 1000000",
                "0 | 0",
                "'' | 0",
                "1 kB/s | 16000",
                "999999999 GB/s | 1000000000000"
            })
    void whatAPersonWritesIsUnderstood(String typed, long rate) {
        assertEquals(Optional.of(rate), SendRate.of(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "-3", "3 apples", "1.2.3", "MB/s", "3 m/h", "1234567890", "1e3"})
    void whatMakesNoSenseIsNoNumber(String typed) {
        assertEquals(Optional.empty(), SendRate.of(typed));
    }

    @Test
    void whatWasChosenIsRememberedAndRubbishIsNoLimit() {
        assertEquals(SendLimit.OFF, SendRate.read(settings));
        SendRate.write(settings, 2_000_000);
        assertEquals(2_000_000, SendRate.read(settings));
        settings.put("send-limit", "often");
        assertEquals(SendLimit.OFF, SendRate.read(settings));
        settings.put("send-limit", "5");
        assertEquals(SendLimit.LEAST, SendRate.read(settings));
    }
}
