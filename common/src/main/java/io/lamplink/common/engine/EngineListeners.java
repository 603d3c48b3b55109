package io.lamplink.common.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody who hears what happens; one that fails keeps it from nobody else. Told on the hub's lane. */
final class EngineListeners {
    private static final Logger LOG = LoggerFactory.getLogger(EngineListeners.class);

    private final List<EngineListener> listeners = new CopyOnWriteArrayList<>();

    /** Adds one, by any thread. */
    void add(EngineListener listener) {
        listeners.add(listener);
    }

    void tell(EngineEvent event) {
        for (EngineListener listener : listeners) {
            try {
                listener.onEvent(event);
            } catch (RuntimeException e) {
                LOG.error("A listener failed.", e);
            }
        }
    }
}
