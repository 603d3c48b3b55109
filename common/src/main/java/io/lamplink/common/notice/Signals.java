package io.lamplink.common.notice;

/** The ways to reach a person who looks elsewhere. */
public record Signals(Notifier notifier, Bell bell) {

    /** None. */
    public static Signals none() {
        return new Signals(Notifier.none(), Bell.none());
    }

    /** Those of this system. */
    public static Signals ofSystem() {
        return new Signals(Notifier.ofSystem(), Bell.ofSystem());
    }
}
