package io.lamplink.common.discovery.mdns;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lamplink.common.host.HostAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;

/**
 * The only network that tests of multicast DNS touch: this machine's loopback. They use a port of their own, so that neither
 * other programs on this machine nor other runs of these tests hear them.
 */
final class LoopbackNetwork {
    static final HostAddress LOOPBACK = new HostAddress("loopback", InetAddress.ofLiteral("127.0.0.1"), 8, false);

    private static final InetAddress GROUP = InetAddress.ofLiteral("224.0.0.251");
    private static final int PORT = freePort();
    private static final int MILLIS = 5_000;

    private LoopbackNetwork() {}

    /** To be called before the library is used for the first time: it reads its port once. */
    static void begin() {
        System.setProperty("net.mdns.port", Integer.toString(PORT));
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test on a machine whose loopback can't carry multicast DNS. */
    static void need() {
        try (MulticastSocket socket = open()) {
            byte[] sent = {1, 2, 3};
            socket.setSoTimeout(MILLIS);
            socket.send(new DatagramPacket(sent, sent.length, GROUP, socket.getLocalPort()));
            DatagramPacket came = new DatagramPacket(new byte[9], 9);
            socket.receive(came);
            assumeTrue(Arrays.equals(sent, Arrays.copyOf(came.getData(), came.getLength())), "another packet came");
            new MulticastSocket(PORT).close();
        } catch (IOException e) {
            assumeTrue(false, "multicast DNS can't be spoken on this machine's loopback: " + e);
        }
    }

    /** Sends {@code packet} to everybody who hears multicast DNS on the loopback. */
    static void send(byte[] packet) throws IOException {
        try (MulticastSocket socket = open()) {
            socket.send(new DatagramPacket(packet, packet.length, GROUP, PORT));
        }
    }

    private static MulticastSocket open() throws IOException {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(LOOPBACK.address());
        MulticastSocket socket = new MulticastSocket(0);
        socket.setNetworkInterface(loopback);
        socket.joinGroup(new InetSocketAddress(GROUP, 0), loopback);
        return socket;
    }
}
