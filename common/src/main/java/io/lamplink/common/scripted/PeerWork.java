package io.lamplink.common.scripted;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What one peer was to get and has got. Confined to the engine's event thread. */
final class PeerWork {
    private final Set<UUID> undelivered = new HashSet<>();
    private int unsent;
    private boolean failed;

    PeerWork(int files) {
        unsent = files;
    }

    void said(UUID text) {
        undelivered.add(text);
    }

    /** Whether it was to get that text and has not. */
    boolean wants(UUID text) {
        return undelivered.contains(text);
    }

    void delivered(UUID text) {
        undelivered.remove(text);
    }

    void sent() {
        unsent--;
    }

    void fail() {
        failed = true;
    }

    boolean done() {
        return !failed && unsent <= 0 && undelivered.isEmpty();
    }
}
