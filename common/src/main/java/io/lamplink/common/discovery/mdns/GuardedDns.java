package io.lamplink.common.discovery.mdns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.jmdns.impl.DNSCache;
import javax.jmdns.impl.DNSRecord;
import javax.jmdns.impl.JmDNSImpl;
import javax.jmdns.impl.constants.DNSRecordType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library's engine on one network, with limits to what strangers can make it do. */
final class GuardedDns extends JmDNSImpl {

    /** So many announcements are followed up; each costs questions to the network. */
    static final int MOST_FOLLOWED = 200;

    private static final Logger LOG = LoggerFactory.getLogger(GuardedDns.class);

    private final String type;
    private final DNSCache bounded;
    private final AtomicInteger followed;

    /**
     * Speaks from now on.
     *
     * @param type the only kind of service that it cares for, with a dot at its end
     */
    GuardedDns(InetAddress address, String name, String type) throws IOException {
        this.type = type.toLowerCase(Locale.ROOT);
        bounded = new BoundedCache();
        followed = new AtomicInteger();
        super(address, name); // starts threads, which use what is above
    }

    @Override
    public DNSCache getCache() {
        return bounded;
    }

    /** How many announcements are followed up. */
    int followed() {
        return followed.get();
    }

    /** The library would keep the name of every kind of service that it ever hears of. */
    @Override
    public boolean registerServiceType(String heard) {
        return heard.toLowerCase(Locale.ROOT).equals(type) && super.registerServiceType(heard);
    }

    /** A record that is malformed in the right way would end the library's only listening thread. */
    @Override
    public void updateRecord(long now, DNSRecord record, Operation operation) {
        boolean announces = record.getRecordType() == DNSRecordType.TYPE_PTR
                && operation == Operation.Add
                && record.getKey().endsWith(type);
        if (announces && followed.getAndUpdate(count -> Math.min(count + 1, MOST_FOLLOWED)) == MOST_FOLLOWED) {
            return;
        }
        try {
            super.updateRecord(now, record, operation);
        } catch (RuntimeException e) {
            LOG.debug("A record from the network made no sense.", e);
        }
    }
}
