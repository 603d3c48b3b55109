package io.lamplink.common.discovery.mdns;

import io.lamplink.common.discovery.Multicast.Presence;
import io.lamplink.common.host.HostAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One engine of the library on one network, with its threads in a group, so that it shows when one of them has died. */
final class Station implements Presence {
    private static final Logger LOG = LoggerFactory.getLogger(Station.class);

    /** How the library calls the thread that hears. */
    private static final String LISTENING_THREAD = "SocketListener";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Threads threads = new Threads();
    private final JmDNS dns;

    private Station(HostAddress network, String type) throws IOException {
        InetAddress address = named(network);
        CompletableFuture<JmDNS> made = new CompletableFuture<>();
        threads.start(() -> {
            try {
                made.complete(new GuardedDns(address, address.getHostName(), type));
            } catch (IOException | RuntimeException e) {
                made.completeExceptionally(e);
            }
        });
        dns = get(made);
    }

    /**
     * Speaks on {@code network} from now on.
     *
     * @throws IOException if nothing can be multicast there; the library would take another network instead
     */
    static Station open(HostAddress network, String type) throws IOException {
        NetworkInterface card = NetworkInterface.getByInetAddress(network.address());
        if (card == null || !card.isUp()) {
            throw new IOException("No network card that is up has the address " + network.text() + ".");
        }
        // A loopback card says that it can't, and can.
        if (card.isPointToPoint() || !(card.supportsMulticast() || card.isLoopback())) {
            throw new IOException("Nothing can be multicast by " + card.getName() + ".");
        }
        return new Station(network, type);
    }

    /** The library's engine. */
    JmDNS dns() {
        return dns;
    }

    @Override
    public boolean alive() {
        return !threads.broken
                && threads.stream().anyMatch(thread -> thread.getName().startsWith(LISTENING_THREAD));
    }

    /** Saying good-bye takes the library two seconds, the first of three times at once. */
    @Override
    public CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        threads.start(() -> {
            try {
                dns.close();
            } catch (IOException | RuntimeException e) {
                LOG.debug("Multicast DNS did not end as it should.", e);
            } finally {
                closed.complete(null);
            }
        });
        return closed;
    }

    /** With a name that says nothing of this machine, and that nobody has to be asked for. */
    private static InetAddress named(HostAddress network) throws IOException {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        return InetAddress.getByAddress(
                "lamplink-" + HexFormat.of().formatHex(random),
                network.address().getAddress());
    }

    private static JmDNS get(CompletableFuture<JmDNS> made) throws IOException {
        try {
            return made.join();
        } catch (CompletionException e) {
            throw new IOException("Multicast DNS can't be spoken here.", e.getCause());
        }
    }

    /** Threads that are made by threads of a group are in it too. */
    private static final class Threads extends ThreadGroup {
        volatile boolean broken;

        Threads() {
            super("lamplink-mdns");
        }

        void start(Runnable task) {
            Thread thread = new Thread(this, task, getName());
            thread.setDaemon(true);
            thread.start();
        }

        Stream<Thread> stream() {
            Thread[] some = new Thread[activeCount() + 8];
            return Stream.of(some).limit(enumerate(some));
        }

        @Override
        public void uncaughtException(Thread thread, Throwable cause) {
            broken = true;
            LOG.info("Multicast DNS broke; it begins anew.", cause);
        }
    }
}
