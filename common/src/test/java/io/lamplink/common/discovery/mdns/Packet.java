package io.lamplink.common.discovery.mdns;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** A packet of multicast DNS, written by hand (RFC 1035, section 4): a response with any answers. */
final class Packet {
    static final int ADDRESS = 1;
    static final int POINTER = 12;
    static final int TEXT = 16;
    static final int ADDRESS_SIX = 28;
    static final int SERVICE = 33;

    private static final int RESPONSE = 0x8400;
    private static final int INTERNET = 1;
    private static final int SECONDS = 120;

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private int count;

    static Packet response() {
        return new Packet();
    }

    /** Everything that a server says of itself, in one packet. */
    static Packet server(String instance, String type, InetAddress address, int port, String... text)
            throws IOException {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (String one : text) {
            byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
            entries.write(bytes.length);
            entries.write(bytes);
        }
        String whole = instance + "." + type;
        return response()
                .with(POINTER, type, name(whole))
                .with(SERVICE, whole, service(port, "stranger.local"))
                .with(TEXT, whole, entries.toByteArray())
                .with(ADDRESS, "stranger.local", address.getAddress());
    }

    Packet with(int kind, String name, byte[] data) throws IOException {
        DataOutputStream out = new DataOutputStream(answers);
        out.write(name(name));
        out.writeShort(kind);
        out.writeShort(INTERNET);
        out.writeInt(SECONDS);
        out.writeShort(data.length);
        out.write(data);
        count++;
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(packet);
        for (int part : new int[] {0, RESPONSE, 0, count, 0, 0}) {
            out.writeShort(part);
        }
        out.write(answers.toByteArray());
        return packet.toByteArray();
    }

    private static byte[] service(int port, String host) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(data);
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(port);
        out.write(name(host));
        return data.toByteArray();
    }

    static byte[] name(String name) throws IOException {
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        for (String label : name.split("\\.", -1)) {
            byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
            labels.write(bytes.length);
            labels.write(bytes);
        }
        labels.write(0);
        return labels.toByteArray();
    }
}
