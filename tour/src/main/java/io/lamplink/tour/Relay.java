package io.lamplink.tour;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cable between client and server that the tour holds in its hand: it can keep a connection waiting, so that there is time
 * to look at the yellow lamp, and it can be pulled out.
 */
final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final ServerSocket entrance;
    private final int serverPort;
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<Socket> ends = new CopyOnWriteArrayList<>();

    /** A closed relay to the server's port on this computer. */
    Relay(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where clients connect. */
    int port() {
        return entrance.getLocalPort();
    }

    /** Lets what waits, and whatever comes, through to the server. */
    void open() {
        open.countDown();
    }

    /** Pulls the cable out: both sides lose the connection without a word. */
    void cut() throws IOException {
        for (Socket end : ends) {
            try (end) {
                end.setSoLinger(true, 0);
            } catch (SocketException e) {
                LOG.trace("Its other side was quicker.", e);
            }
        }
        ends.clear();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                ends.add(client);
                open.await();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                ends.add(server);
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            }
        } catch (IOException e) {
            ends.removeIf(Socket::isClosed); // The tour is done with it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            return; // One of them is gone, and so is the other now.
        }
    }
}
