package io.lamplink.common.scripted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one peer was to get and has got. Confined to the engine's event thread. */
final class PeerWork {
    private final Map<UUID, String> undelivered = new LinkedHashMap<>();
    private int unsent;
    private boolean failed;

    PeerWork(int files) {
        unsent = files;
    }

    void said(UUID id, String text) {
        undelivered.put(id, text);
    }

    /** The texts that it has not got, which are forgotten here because they are said anew. */
    List<String> takeUndelivered() {
        List<String> texts = List.copyOf(undelivered.values());
        undelivered.clear();
        return texts;
    }

    /** Whether it was to get that text and has not. */
    boolean wants(UUID text) {
        return undelivered.containsKey(text);
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
