package io.lamplink.common.engine;

/** Hears what happens. Called on engine threads, one event at a time a peer; returns at once. */
@FunctionalInterface
public interface EngineListener {
    /** Something happened. */
    void onEvent(EngineEvent event);
}
