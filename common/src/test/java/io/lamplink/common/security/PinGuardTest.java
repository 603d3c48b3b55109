package io.lamplink.common.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.security.PinGuard.Verdict;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How somebody who guesses is held back, by a clock that only the test moves. */
final class PinGuardTest {
    private static final InetAddress MALLORY = address("192.168.1.66");
    private static final InetAddress MEI = address("192.168.1.21");

    private long now = -5; // clocks may begin anywhere
    private final PinGuard guard = new PinGuard(() -> now);
    private int strangers = 5000;

    @Test
    void theFirstTryIsFree() {
        go(MALLORY);
    }

    @Test
    void afterEachWrongOneItTakesTwiceAsLong() {
        List<Duration> pauses = new ArrayList<>();
        for (int wrong = 1; wrong < PinGuard.WRONG_BEFORE_LOCK; wrong++) {
            pauses.add(wrong(MALLORY));
            pass(pauses.getLast());
        }
        assertEquals(
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8)),
                pauses);
    }

    @Test
    void nobodyIsLetTryBeforeTheTimeIsUp() {
        pass(wrong(MALLORY));
        Duration two = wrong(MALLORY);
        pass(two.minusNanos(1));
        assertEquals(new Verdict.Wait(Duration.ofNanos(1)), guard.begin(MALLORY));
        pass(Duration.ofNanos(1));
        go(MALLORY);
    }

    /** Who asks while waiting is not made to wait longer: a program that asks again does no harm. */
    @Test
    void askingTooEarlyCostsNothing() {
        Duration pause = wrong(MALLORY);
        for (int i = 0; i < 100; i++) {
            assertEquals(new Verdict.Wait(pause), guard.begin(MALLORY));
        }
        pass(pause);
        assertEquals(Duration.ofSeconds(2), wrong(MALLORY));
    }

    @Test
    void afterFiveItIsLockedForEverLongerMinutes() {
        List<Duration> locks = new ArrayList<>();
        for (int wrong = 1; wrong <= 11; wrong++) {
            PinGuard.Wrong result = go(MALLORY).wrong();
            assertEquals(wrong >= PinGuard.WRONG_BEFORE_LOCK, result.locked());
            if (result.locked()) {
                locks.add(result.left());
            }
            pass(result.left());
        }
        assertEquals(
                List.of(5, 10, 20, 40, 60, 60, 60),
                locks.stream().map(lock -> (int) lock.toMinutes()).toList());
    }

    @Test
    void theRightOneWipesTheSlate() {
        for (int i = 0; i < 4; i++) {
            pass(wrong(MEI));
        }
        go(MEI).right();
        assertEquals(Duration.ofSeconds(1), wrong(MEI));
    }

    @Test
    void othersAreNotHeldBackByOne() {
        lock(MALLORY);
        go(MEI).right();
        go(address("2001:db8::1")).right();
    }

    @Test
    void loopbackIsNoException() {
        InetAddress here = address("127.0.0.1");
        lock(here);
        assertInstanceOf(Verdict.Wait.class, guard.begin(here));
    }

    @Test
    void severalConnectionsOfOneAddressHaveOneTryBetweenThem() {
        PinGuard.Attempt attempt = go(MALLORY);
        assertEquals(new Verdict.Busy(), guard.begin(MALLORY));
        attempt.wrong();
        assertInstanceOf(Verdict.Wait.class, guard.begin(MALLORY));
    }

    @Test
    void aTryThatIsNeverFinishedCountsFromItsBeginning() {
        PinGuard.Attempt half = go(MALLORY);
        pass(Duration.ofSeconds(5));
        assertEquals(new PinGuard.Wrong(Duration.ZERO, false), half.wrong());
        assertEquals(Duration.ofSeconds(2), wrong(MALLORY));
    }

    @Test
    void aTryEndsOnce() {
        PinGuard.Attempt attempt = go(MALLORY);
        attempt.wrong();
        attempt.right();
        attempt.wrong();
        assertInstanceOf(Verdict.Wait.class, guard.begin(MALLORY));
        List<PinGuard.Attempt> all = fill();
        assertEquals(PinGuard.AT_ONCE, all.size(), "ending twice makes no room for two");
    }

    @Test
    void onlySoManyAreAboutItAtTheSameTime() {
        List<PinGuard.Attempt> all = fill();
        assertEquals(PinGuard.AT_ONCE, all.size());
        assertEquals(new Verdict.Busy(), guard.begin(MEI));
        all.getFirst().wrong();
        go(MEI);
    }

    @Test
    void aNetworkOfIpv6CountsAsOneAddress() {
        lock(address("2001:db8:0:1::1"));
        assertInstanceOf(Verdict.Wait.class, guard.begin(address("2001:db8:0:1:ffff::2")));
        go(address("2001:db8:0:2::1"));
    }

    @Test
    void neighboursOnALinkCountOneByOne() {
        lock(address("fe80::1"));
        go(address("fe80::2"));
    }

    @Test
    void whoHadItRightIsNotHeldBackByStrangersInTheSameNetwork() {
        InetAddress friend = address("2001:db8:0:1::7");
        go(friend).right();
        lock(address("2001:db8:0:1::1"));
        go(friend).right();
        assertEquals(Duration.ofSeconds(1), wrong(friend), "but a wrong one of a friend counts");
        assertInstanceOf(Verdict.Wait.class, guard.begin(friend));
    }

    @Test
    void allStrangersTogetherAreBounded() {
        int tries = 0;
        while (guard.begin(stranger(tries)) instanceof Verdict.Go(PinGuard.Attempt attempt)) {
            attempt.wrong();
            tries++;
        }
        assertEquals(PinGuard.STRANGERS_BURST, tries);
    }

    @Test
    void afterThatOneMoreIsLetTryEveryTwoMinutes() {
        exhaust();
        Verdict.Crowd crowd = assertInstanceOf(Verdict.Crowd.class, guard.begin(MALLORY));
        assertTrue(crowd.left().compareTo(PinGuard.STRANGERS_EVERY) <= 0);
        pass(crowd.left());
        go(MALLORY).wrong();
        assertInstanceOf(Verdict.Crowd.class, guard.begin(MEI));
    }

    @Test
    void whoHadItRightBeforeGetsInAllTheSame() {
        go(MEI).right();
        exhaust();
        assertInstanceOf(Verdict.Crowd.class, guard.begin(MALLORY));
        go(MEI).right();
    }

    @Test
    void theRightOneOfAStrangerTakesNothingFromTheOthers() {
        for (int i = 0; i < 3 * PinGuard.STRANGERS_BURST; i++) {
            go(stranger(i)).right();
        }
        int before = strangers;
        exhaust();
        assertEquals(PinGuard.STRANGERS_BURST + 1, strangers - before);
    }

    @Test
    void theCrowdIsToldOfOnceAnHour() {
        assertTrue(exhaust().first());
        assertFalse(exhaust().first());
        pass(Duration.ofMinutes(59));
        assertFalse(exhaust().first());
        pass(Duration.ofMinutes(2));
        assertTrue(exhaust().first());
    }

    @Test
    void aDayWithoutATryIsForgiven() {
        lock(MALLORY);
        pass(Duration.ofHours(24));
        assertEquals(Duration.ofMinutes(10), wrong(MALLORY));
        pass(Duration.ofHours(24).plusNanos(1));
        assertEquals(Duration.ofSeconds(1), wrong(MALLORY));
    }

    /** Only wrong tries leave anything behind, and of those there are few: who wants to be forgotten needs weeks. */
    @Test
    void whatIsRememberedIsBounded() {
        lock(MALLORY);
        for (int i = 0; i < PinGuard.MAX_REMEMBERED; i++) {
            pass(PinGuard.STRANGERS_EVERY);
            go(address("10." + (i >> 16) + "." + ((i >> 8) & 0xff) + "." + (i & 0xff)))
                    .wrong();
        }
        pass(PinGuard.STRANGERS_EVERY);
        assertEquals(Duration.ofSeconds(1), wrong(MALLORY));
    }

    /** What somebody with all addresses of an IPv4 network of 24 bits gets in a day: with six digits, one chance in 1,200. */
    @Test
    void aDayOfGuessingFromManyAddressesIsWorthLittle() {
        long end = now + Duration.ofDays(1).toNanos();
        int guesses = 0;
        while (end - now > 0) {
            for (int host = 1; host < 255; host++) {
                if (guard.begin(address("192.168.1." + host)) instanceof Verdict.Go(PinGuard.Attempt attempt)) {
                    attempt.wrong();
                    guesses++;
                }
            }
            pass(Duration.ofSeconds(30));
        }
        assertTrue(guesses <= PinGuard.STRANGERS_BURST + 24 * 30 + 1, guesses + " guesses");
    }

    @Test
    void aDayOfGuessingFromOneAddressIsWorthLess() {
        long end = now + Duration.ofDays(1).toNanos();
        int guesses = 0;
        while (end - now > 0) {
            if (guard.begin(MALLORY) instanceof Verdict.Go(PinGuard.Attempt attempt)) {
                attempt.wrong();
                guesses++;
            }
            pass(Duration.ofSeconds(1));
        }
        assertTrue(guesses <= 32, guesses + " guesses");
    }

    private PinGuard.Attempt go(InetAddress address) {
        return assertInstanceOf(Verdict.Go.class, guard.begin(address)).attempt();
    }

    private Duration wrong(InetAddress address) {
        return go(address).wrong().left();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void lock(InetAddress address) {
        PinGuard.Wrong wrong = go(address).wrong();
        while (!wrong.locked()) {
            pass(wrong.left());
            wrong = go(address).wrong();
        }
    }

    /** Begins as many as there may be at once. */
    private List<PinGuard.Attempt> fill() {
        List<PinGuard.Attempt> all = new ArrayList<>();
        while (guard.begin(stranger(all.size())) instanceof Verdict.Go(PinGuard.Attempt attempt)) {
            all.add(attempt);
        }
        return all;
    }

    /** Has strangers, each of another address, be wrong until no more is let try. */
    private Verdict.Crowd exhaust() {
        Verdict verdict = guard.begin(stranger(strangers++));
        while (verdict instanceof Verdict.Go(PinGuard.Attempt attempt)) {
            attempt.wrong();
            verdict = guard.begin(stranger(strangers++));
        }
        return assertInstanceOf(Verdict.Crowd.class, verdict);
    }

    private static InetAddress stranger(int number) {
        return address("10.9." + (number >> 8) + "." + (number & 0xff));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
