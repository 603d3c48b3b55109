package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How a burst is free, what follows waits, and far too much is told apart. */
final class TokenBucketTest {
    private static final long SECOND = 1_000_000_000;

    private final TokenBucket bucket = new TokenBucket(new Rate(10, 5, 20), 0);

    @Test
    void aBurstIsFreeAndWhatFollowsWaitsItsTurn() {
        for (int i = 0; i < 5; i++) {
            assertEquals(0, bucket.spend(0));
        }
        assertEquals(SECOND / 10, bucket.spend(0));
        assertEquals(2 * SECOND / 10, bucket.spend(0));
    }

    @Test
    void atTheRateNothingEverWaits() {
        for (int i = 1; i <= 1000; i++) {
            assertEquals(0, bucket.spend(i * SECOND / 10));
        }
    }

    @Test
    void aShortRestGivesBackWhatTheRateSays() {
        spend(5, 0);
        spend(2, SECOND / 4); // of the two and a half that came back
        assertEquals(SECOND / 20, bucket.spend(SECOND / 4));
    }

    @Test
    void aLongRestAllowsOneBurstAndNoMore() {
        spend(25, 0);
        assertEquals(0, bucket.spend(3600 * SECOND));
        spend(4, 3600 * SECOND);
        assertEquals(SECOND / 10, bucket.spend(3600 * SECOND));
    }

    @Test
    void onlyWhatIsOwedBeyondTheLimitIsAFlood() {
        spend(25, 0);
        assertFalse(bucket.flooded());
        spend(1, 0);
        assertTrue(bucket.flooded());
        bucket.spend(SECOND);
        assertFalse(bucket.flooded());
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        spend(5, SECOND);
        assertEquals(SECOND / 10, bucket.spend(0));
    }

    private void spend(int times, long now) {
        for (int i = 0; i < times; i++) {
            bucket.spend(now);
        }
    }
}
