package io.lamplink.common.notice;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two soft notes, one after the other, computed here. */
final class Chime implements Bell {
    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);

    static final int RATE = 44_100;
    private static final double[] NOTES = {880, 1318.51}; // a'' and e''': a fifth
    private static final double NOTE_SECONDS = 0.11;
    private static final double LAST_SECONDS = 0.32;
    private static final double ATTACK_SECONDS = 0.006;
    private static final double DECAY_SECONDS = 0.08;
    private static final double LOUDNESS = 0.28;

    /** What makes sound of samples. */
    @FunctionalInterface
    interface Speaker {
        /** Plays {@code sound} to its end; throws also what is unchecked where there is no sound. */
        void play(AudioFormat format, byte[] sound) throws LineUnavailableException;
    }

    private final Speaker speaker;
    private final OneAtATime thread = new OneAtATime("lamplink-sound");
    private final AtomicBoolean complained = new AtomicBoolean();

    Chime() {
        this(Chime::playAloud);
    }

    Chime(Speaker speaker) {
        this.speaker = speaker;
    }

    @Override
    public void ring() {
        thread.run(this::play);
    }

    private void play() {
        try {
            speaker.play(new AudioFormat(RATE, 16, 1, true, false), sound());
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            if (complained.compareAndSet(false, true)) {
                LOG.info("This machine makes no sound.", e);
            }
        }
    }

    private static void playAloud(AudioFormat format, byte[] sound) throws LineUnavailableException {
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format, sound.length);
            line.start();
            line.write(sound, 0, sound.length);
            line.drain();
        }
    }

    /** 16 bits a sample, one channel, the low byte first. */
    static byte[] sound() {
        double seconds = NOTE_SECONDS * (NOTES.length - 1) + LAST_SECONDS;
        byte[] sound = new byte[2 * (int) (seconds * RATE)];
        for (int i = 0; i < sound.length / 2; i++) {
            double sum = 0;
            for (int note = 0; note < NOTES.length; note++) {
                sum += tone(NOTES[note], (double) i / RATE - note * NOTE_SECONDS);
            }
            short sample = (short) Math.round(sum * LOUDNESS * Short.MAX_VALUE);
            sound[2 * i] = (byte) sample;
            sound[2 * i + 1] = (byte) (sample >> 8);
        }
        return sound;
    }

    private static double tone(double hertz, double since) {
        if (since < 0) {
            return 0;
        }
        double loud = Math.min(1, since / ATTACK_SECONDS) * Math.exp(-since / DECAY_SECONDS);
        return loud * Math.sin(2 * Math.PI * hertz * since);
    }
}
