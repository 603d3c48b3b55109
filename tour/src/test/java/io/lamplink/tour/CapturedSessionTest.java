package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.seed.GoldenSession;
import io.lamplink.tour.seed.RawFrame;
import io.lamplink.tour.seed.SeedClient;
import io.lamplink.tour.seed.SeedServer;
import io.lamplink.tour.seed.Wiretap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each of our programs, in the place of its original in the captured session, says the same bytes. */
final class CapturedSessionTest {
    @RegisterExtension
    final Bench bench = new Bench();

    @Test
    void ourServerSendsTheBytesOfTheOriginal() throws Exception {
        Path file = Files.write(bench.folder("from").resolve("测试.bin"), GoldenSession.bytes("file.bin"));
        HeadlessProcess server = bench.server("--say", "服务端消息 hi", "--send", file);
        Wiretap tap = bench.with(Wiretap.before(server.port()));
        SeedClient client = SeedClient.connect(tap.port());
        client.awaitFile("测试.bin");
        client.texts().await("the script's text", "服务端消息 hi"::equals);
        server.await("transfer-complete");
        client.disconnect();
        server.await("disconnected");
        List<RawFrame> frames = Wiretap.frames(tap.fromServer());
        assertTrue(frames.stream().allMatch(frame -> frame.fin() && frame.rsv() == 0 && !frame.masked()));
        assertPayloads(
                frames,
                RawFrame.BINARY,
                "s2c.01.FILE_HEADER",
                "s2c.02.FILE_CHUNK",
                "s2c.03.FILE_CHUNK",
                "s2c.04.FILE_CHUNK");
        assertPayloads(frames, RawFrame.CLOSE, "s2c.05.close");
        List<RawFrame> texts =
                frames.stream().filter(frame -> frame.opcode() == RawFrame.TEXT).toList();
        assertArrayEquals(
                GoldenSession.bytes("s2c.00.text.payload"), texts.getLast().payload());
    }

    @Test
    void ourClientSendsTheBytesOfTheOriginal() throws Exception {
        SeedServer server = bench.with(SeedServer.start());
        Wiretap tap = bench.with(Wiretap.before(server.port()));
        HeadlessProcess client = bench.client(tap.port(), "--say", "你好", "--receive-to", bench.path("inbox"));
        server.awaitGuest().texts().await("the script's text", "你好"::equals);
        server.awaitGuest().say("服务端消息 hi");
        server.sendFile("测试.bin", GoldenSession.bytes("file.bin"));
        assertArrayEquals(
                GoldenSession.bytes("file.bin"),
                Files.readAllBytes(client.await("transfer-complete").path()));
        server.sent().await("the file", "测试.bin"::equals);
        assertEquals(0, client.terminate());
        server.awaitGuest().log().awaitEnd();
        List<RawFrame> frames = Wiretap.frames(tap.fromClient());
        assertTrue(frames.stream().allMatch(frame -> frame.fin() && frame.rsv() == 0 && frame.masked()));
        assertPayloads(frames, RawFrame.TEXT, "c2s.00.text", "c2s.01.text");
        assertPayloads(
                frames,
                RawFrame.BINARY,
                "c2s.02.FILE_ACK",
                "c2s.03.FILE_CHUNK_ACK",
                "c2s.04.FILE_CHUNK_ACK",
                "c2s.05.FILE_CHUNK_ACK");
    }

    private static void assertPayloads(List<RawFrame> frames, int opcode, String... names) throws IOException {
        List<RawFrame> found =
                frames.stream().filter(frame -> frame.opcode() == opcode).toList();
        assertEquals(names.length, found.size(), found::toString);
        for (int i = 0; i < names.length; i++) {
            assertArrayEquals(
                    GoldenSession.bytes(names[i] + ".payload"), found.get(i).payload(), names[i]);
        }
    }
}
