package io.lamplink.common.notice;

/** Makes a short sound. May be used from any thread; returns at once and never fails. */
@FunctionalInterface
public interface Bell {

    /** Sounds once, if this machine has a way to. */
    void ring();

    /** Makes no sound. */
    static Bell none() {
        return () -> {};
    }

    /** Sounds as this machine can. */
    static Bell ofSystem() {
        return new Chime();
    }
}
