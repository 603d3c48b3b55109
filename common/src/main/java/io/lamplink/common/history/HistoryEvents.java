package io.lamplink.common.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who hears of events. The first listener also hears of what happened before it came. */
final class HistoryEvents {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryEvents.class);

    /** Trouble that nobody listens to is not gathered for ever. */
    private static final int MOST = 20;

    private final List<Consumer<HistoryEvent>> listeners = new ArrayList<>();
    private final List<HistoryEvent> unheard = new ArrayList<>();

    synchronized void add(Consumer<HistoryEvent> listener) {
        listeners.add(listener);
        unheard.forEach(listener);
        unheard.clear();
    }

    synchronized void tell(HistoryEvent event) {
        if (listeners.isEmpty() && unheard.size() < MOST) {
            unheard.add(event);
        }
        for (Consumer<HistoryEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.error("A listener failed.", e);
            }
        }
    }
}
