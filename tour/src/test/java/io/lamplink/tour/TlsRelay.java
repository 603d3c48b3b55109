package io.lamplink.tour;

import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Identity;
import io.lamplink.common.security.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/** Somebody in between who has a key of their own: reads all that a client and a server say, and passes it on unchanged. */
final class TlsRelay implements AutoCloseable {
    private final Identity identity = Identity.fresh();
    private final ServerSocket entrance;
    private final int serverPort;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();

    TlsRelay(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.entrance = Tls.server(identity)
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where clients connect. */
    int port() {
        return entrance.getLocalPort();
    }

    /** Whom clients see. */
    Fingerprint fingerprint() {
        return identity.fingerprint();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                SSLSocket server = (SSLSocket)
                        Tls.client().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), serverPort);
                server.setSSLParameters(Tls.parameters());
                ends.addAll(List.of(client, server));
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            }
        } catch (IOException e) {
            return; // The test is done with it.
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

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket end : ends) {
            end.close();
        }
    }
}
