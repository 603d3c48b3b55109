package io.lamplink.common.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ChimeTest {
    private final ShortBuffer samples =
            ByteBuffer.wrap(Chime.sound()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();

    @Test
    void theSoundIsShortAndNeitherClipsNorClicks() {
        assertEquals(0.43, (double) samples.limit() / Chime.RATE, 0.01);
        int loudest = 0;
        int steepest = 0;
        for (int i = 1; i < samples.limit(); i++) {
            loudest = Math.max(loudest, Math.abs(samples.get(i)));
            steepest = Math.max(steepest, Math.abs(samples.get(i) - samples.get(i - 1)));
        }
        assertTrue(loudest > Short.MAX_VALUE / 8 && loudest < Short.MAX_VALUE / 2, "loudest " + loudest);
        assertTrue(steepest < Short.MAX_VALUE / 10, "steepest " + steepest);
        assertEquals(0, samples.get(0));
        assertTrue(Math.abs(samples.get(samples.limit() - 1)) < Short.MAX_VALUE / 100, "its end is quiet");
    }

    @Test
    void aMachineWithoutSoundIsAskedAgainAndNoErrorEscapes() throws InterruptedException {
        BlockingQueue<Thread> asked = new LinkedBlockingQueue<>();
        Bell bell = new Chime((_, _) -> {
            asked.add(Thread.currentThread());
            throw new IllegalArgumentException("No line is there.");
        });
        bell.ring();
        Thread first = asked.poll(120, TimeUnit.SECONDS);
        assertTrue(first != null && first.isDaemon());
        bell.ring();
        assertEquals(first, asked.poll(120, TimeUnit.SECONDS), "the thread has not died of it");
    }
}
