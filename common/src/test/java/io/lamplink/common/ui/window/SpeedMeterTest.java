package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SpeedMeterTest {

    private static final long MEGABYTE = 1_000_000;

    private final SpeedMeter meter = new SpeedMeter();

    @Test
    void speedAndTimeLeftAreSmoothed() {
        assertEquals(null, meter.timeFor(1000));
        meter.note(0, Duration.ZERO);
        meter.note(1_000_000, Duration.ofSeconds(1));
        assertEquals(1_000_000, meter.speed(), 1);
        meter.note(1_000_000, Duration.ofMillis(1_500));
        assertTrue(meter.speed() > 500_000, "a hiccup of half a second is not a standstill");
        for (int i = 2; i < 40; i++) {
            meter.note(1_000_000 + 2_000_000L * (i - 1), Duration.ofMillis(1_500 + 1_000L * (i - 1)));
        }
        assertEquals(2_000_000, meter.speed(), 50_000);
        assertEquals(5, Objects.requireNonNull(meter.timeFor(10_000_000)).toMillis() / 1000.0, 0.5);
    }

    /** What was there before a resume was moved at another time. */
    @Test
    void whereItBeginsIsNoSpeed() {
        meter.note(500 * MEGABYTE, Duration.ofMillis(10));
        assertEquals(0, meter.speed());
        meter.note(501 * MEGABYTE, Duration.ofMillis(1_010));
        assertEquals(MEGABYTE, meter.speed(), 1);
    }

    @Test
    void afterARestartItKnowsNothingUntilSomethingMoves() {
        steady(5);
        meter.restart();
        assertEquals(0, meter.speed());
        assertNull(meter.timeFor(MEGABYTE));
        meter.note(900 * MEGABYTE, Duration.ofSeconds(5));
        assertEquals(0, meter.speed());
        meter.note(902 * MEGABYTE, Duration.ofSeconds(6));
        assertEquals(2 * MEGABYTE, meter.speed(), 1);
    }

    /** A pause may be too short to be told, and still a resume leaps over what is there already. */
    @Test
    void oneLeapIsNotCounted() {
        steady(5);
        meter.note(805 * MEGABYTE, Duration.ofMillis(5_200));
        assertEquals(MEGABYTE, meter.speed(), 1);
        meter.note(806 * MEGABYTE, Duration.ofMillis(6_200));
        assertEquals(MEGABYTE, meter.speed(), 1);
    }

    @Test
    void aLeapAtTheVeryBeginningIsForgotten() {
        meter.note(0, Duration.ZERO);
        meter.note(800 * MEGABYTE, Duration.ofMillis(200));
        meter.note(801 * MEGABYTE, Duration.ofMillis(1_200));
        assertEquals(MEGABYTE, meter.speed(), 1);
    }

    @Test
    void aLinkThatBecomesFasterIsBelievedAtTheSecondStep() {
        steady(5);
        meter.note(105 * MEGABYTE, Duration.ofSeconds(6));
        meter.note(205 * MEGABYTE, Duration.ofSeconds(7));
        assertTrue(meter.speed() > 30 * MEGABYTE, () -> meter.speed() + " bytes a second");
    }

    @Test
    void bytesThatAreTakenBackAreNoSpeed() {
        steady(5);
        meter.note(MEGABYTE, Duration.ofSeconds(6));
        assertEquals(0, meter.speed());
    }

    @Test
    void noTimeIsToldThatNobodyWouldWait() {
        meter.note(0, Duration.ZERO);
        meter.note(1, Duration.ofSeconds(1));
        assertNull(meter.timeFor(MEGABYTE));
    }

    private void steady(int seconds) {
        for (int i = 0; i <= seconds; i++) {
            meter.note(i * MEGABYTE, Duration.ofSeconds(i));
        }
    }
}
