package io.lamplink.common.discovery.mdns;

import java.util.concurrent.atomic.AtomicInteger;
import javax.jmdns.impl.DNSCache;
import javax.jmdns.impl.DNSEntry;

/** A cache that forgets everything when it is full: the library's own keeps whatever any machine on the network sends. */
final class BoundedCache extends DNSCache {

    /** Records. A home has some dozens, a large office some hundreds. */
    static final int MOST = 4_000;

    private static final long serialVersionUID = 1;

    private final AtomicInteger records = new AtomicInteger();

    @Override
    public boolean addDNSEntry(DNSEntry entry) {
        if (records.incrementAndGet() > MOST) {
            clear();
            records.set(1);
        }
        return super.addDNSEntry(entry);
    }

    @Override
    public boolean removeDNSEntry(DNSEntry entry) {
        boolean removed = super.removeDNSEntry(entry);
        if (removed) {
            records.decrementAndGet();
        }
        return removed;
    }
}
