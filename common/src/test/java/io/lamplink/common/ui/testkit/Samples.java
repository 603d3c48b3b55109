package io.lamplink.common.ui.testkit;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.PeerStatistics;
import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Machines, peers, messages and transfers for tests and pictures. */
public final class Samples {

    /** 14:02 in UTC. */
    public static final Instant NOON = Instant.parse("2026-11-23T14:02:00Z");

    private Samples() {}

    /** A machine with a wireless and a wired network. */
    public static HostInfo studio() {
        return new HostInfo(
                "studio",
                List.of(
                        new HostAddress("eth0", ip("10.0.0.12"), 16, true),
                        new HostAddress("lo", ip("127.0.0.1"), 8, false),
                        new HostAddress("docker0", ip("172.17.0.1"), 16, false),
                        new HostAddress("wlan0", ip("fe80::1c2d:3eff:fe4f:5a6b"), 64, true),
                        new HostAddress("wlan0", ip("192.168.1.5"), 24, true)));
    }

    /** A Lamplink peer. */
    public static Peer peer(String name, String address) {
        return peer(name, address, "lamplink.v1");
    }

    /** A peer that runs the original program. */
    public static Peer qtPeer(String address) {
        return peer(address, address, "qt");
    }

    private static Peer peer(String name, String address, String dialect) {
        return new Peer(
                UUID.randomUUID(),
                name,
                new InetSocketAddress(ip(address), 51334),
                new InetSocketAddress(ip("192.168.1.5"), 8080),
                dialect,
                NOON);
    }

    /** Where a server listens. */
    public static InetSocketAddress listening() {
        return new InetSocketAddress(ip("192.168.1.5"), 8080);
    }

    /** A text of a peer. */
    public static EngineEvent.ChatReceived received(Peer from, String text) {
        return new EngineEvent.ChatReceived(from, UUID.randomUUID(), text, NOON, "", false, false);
    }

    /** A text of ours. */
    public static EngineEvent.ChatSent said(String text, @Nullable Peer to) {
        return new EngineEvent.ChatSent(
                UUID.randomUUID(), text, NOON.plusSeconds(60), to == null ? List.of() : List.of(to), false);
    }

    /** A transfer that is on its way to us. */
    public static TransferSnapshot incoming(String name, long size, long transferred) {
        return new TransferSnapshot(
                UUID.randomUUID(),
                TransferSnapshot.Direction.IN,
                name,
                size,
                transferred,
                TransferSnapshot.State.ACTIVE,
                Duration.ofMillis(5200),
                null,
                false,
                null,
                null,
                "");
    }

    /** A transfer that is on its way from us. */
    public static TransferSnapshot outgoing(String name, long size, long transferred) {
        TransferSnapshot in = incoming(name, size, transferred);
        return new TransferSnapshot(
                in.id(),
                TransferSnapshot.Direction.OUT,
                name,
                size,
                transferred,
                in.state(),
                in.active(),
                null,
                false,
                Path.of("/home/mei", name),
                null,
                "");
    }

    /** The same transfer in another state, all bytes moved unless it failed. */
    public static TransferSnapshot in(TransferSnapshot.State state, TransferSnapshot before, boolean verified) {
        boolean failed = state == TransferSnapshot.State.FAILED;
        return new TransferSnapshot(
                before.id(),
                before.direction(),
                before.name(),
                before.size(),
                failed ? before.transferred() : before.size(),
                state,
                before.active(),
                null,
                verified,
                Path.of("/tmp/spool", before.name()),
                failed ? FailureReason.LINK_LOST : null,
                "",
                null,
                before.contents());
    }

    /** The same transfer, held up. */
    public static TransferSnapshot heldUp(TransferSnapshot before, TransferSnapshot.Pause pause) {
        return with(before, TransferSnapshot.State.PAUSED, pause, before.contents());
    }

    /** The same transfer as one of a folder. */
    public static TransferSnapshot folder(TransferSnapshot before, int files, int done, int missing) {
        return with(before, before.state(), null, new TransferSnapshot.FolderContents(files, done, missing));
    }

    private static TransferSnapshot with(
            TransferSnapshot before,
            TransferSnapshot.State state,
            TransferSnapshot.@Nullable Pause pause,
            TransferSnapshot.@Nullable FolderContents contents) {
        return new TransferSnapshot(
                before.id(),
                before.direction(),
                before.name(),
                before.size(),
                before.transferred(),
                state,
                before.active(),
                before.sha256(),
                before.verified(),
                before.file(),
                before.failure(),
                before.detail(),
                pause,
                contents);
    }

    /** The same transfer with more of it moved, and as long after it began. */
    public static TransferSnapshot later(TransferSnapshot before, long transferred, Duration active) {
        return new TransferSnapshot(
                before.id(),
                before.direction(),
                before.name(),
                before.size(),
                transferred,
                TransferSnapshot.State.ACTIVE,
                active,
                null,
                false,
                before.file(),
                null,
                "",
                null,
                before.contents());
    }

    /** Figures of a link that has lasted for two minutes. */
    public static PeerStatistics figures(Peer peer) {
        List<Duration> delays = IntStream.range(0, 90)
                .mapToObj(i ->
                        Duration.ofNanos((long) (2_400_000 + 900_000 * Math.sin(i / 5.0) + (i % 17 == 0 ? 4e6 : 0))))
                .toList();
        return new PeerStatistics(peer, delays, 12, 34, 842_000_123, 51_234, 3, 1, 1, 0, false);
    }

    private static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
