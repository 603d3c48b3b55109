package io.lamplink.common.discovery.mdns;

import io.lamplink.common.discovery.Announcement;
import io.lamplink.common.discovery.Multicast;
import io.lamplink.common.host.HostAddress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Multicast DNS by jmdns. */
final class JmdnsMulticast implements Multicast {
    private static final Logger LOG = LoggerFactory.getLogger(JmdnsMulticast.class);

    private static final String TYPE = Announcement.SERVICE + ".local.";

    @Override
    public Presence announce(HostAddress network, Announcement what) throws IOException {
        Station station = Station.open(network, TYPE);
        try {
            station.dns().registerService(ServiceInfo.create(TYPE, what.instance(), what.port(), 0, 0, what.text()));
            return station;
        } catch (IOException | RuntimeException e) {
            var _ = station.close();
            throw new IOException("The server can't be announced here.", e);
        }
    }

    @Override
    public Presence look(HostAddress network, Consumer<Sighting> heard) throws IOException {
        Station station = Station.open(network, TYPE);
        try {
            station.dns().addServiceListener(TYPE, new Ears(heard));
            return station;
        } catch (RuntimeException e) {
            var _ = station.close();
            throw new IOException("Nobody can be looked for here.", e);
        }
    }

    /** Called on the library's threads. */
    private record Ears(Consumer<Sighting> heard) implements ServiceListener {

        /** Its address is not known yet. */
        @Override
        public void serviceAdded(ServiceEvent event) {}

        @Override
        public void serviceRemoved(ServiceEvent event) {
            heard.accept(new Sighting.Gone(event.getName()));
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            try {
                heard.accept(sighting(event.getName(), event.getInfo()));
            } catch (RuntimeException e) {
                LOG.debug("An announcement made no sense.", e);
            }
        }

        private static Sighting sighting(String instance, ServiceInfo info) {
            Map<String, String> text = new HashMap<>();
            for (String key : Announcement.KEYS) {
                @Nullable String value = info.getPropertyString(key);
                if (value != null) {
                    text.put(key, value);
                }
            }
            return new Sighting.Seen(instance, text, List.of(info.getInetAddresses()), info.getPort());
        }
    }
}
