package io.lamplink.tour.seed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two emulations, talking to each other, say what the original programs said, to the byte. */
final class SeedPeersTest {
    private static final String KEY = "+x32lpzdErti3Qk2A+RDsg==";

    @Test
    void theClientAsksForAWebSocketToTheByte() throws IOException {
        assertArrayEquals(GoldenSession.bytes("c2s.handshake.txt"), SeedHandshake.request("127.0.0.1:9002", KEY));
    }

    @Test
    void theServerAnswersToTheByte() throws IOException {
        HttpHead request = GoldenSession.head("c2s.handshake.txt");
        ZonedDateTime date = ZonedDateTime.parse(
                GoldenSession.head("s2c.handshake.txt").field("Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertArrayEquals(GoldenSession.bytes("s2c.handshake.txt"), SeedHandshake.answer(request, date));
    }

    @Test
    void theCapturedSessionIsReplayedToTheByte() throws Exception {
        try (SeedServer server = SeedServer.start();
                Wiretap tap = Wiretap.before(server.port())) {
            SeedClient client = SeedClient.connect(tap.port(), "127.0.0.1:9002", KEY);
            server.awaitGuest().texts().await("the greeting", SeedClient.GREETING::equals);
            server.awaitGuest().say("服务端消息 hi");
            client.texts().await("the server's text", any -> true);
            client.say("你好");
            server.awaitGuest().texts().await("the client's text", "你好"::equals);
            server.sendFile("测试.bin", GoldenSession.bytes("file.bin"));
            server.sent().await("the file", "测试.bin"::equals);
            assertEquals(
                    "65a260b2b9b4e3bfaaed3240e443007a0ea8adff01635941d73b6bbab07033ce",
                    client.awaitFile("测试.bin").sha256());
            client.disconnect();
            server.awaitGuest().log().await("the close", "closed 1000"::equals);

            assertArrayEquals(GoldenSession.bytes("c2s.handshake.txt"), headOf(tap.fromClient()));
            assertFrames(
                    tap.fromClient(),
                    true,
                    "c2s.00.text 1",
                    "c2s.01.text 1",
                    "c2s.02.FILE_ACK 2",
                    "c2s.03.FILE_CHUNK_ACK 2",
                    "c2s.04.FILE_CHUNK_ACK 2",
                    "c2s.05.FILE_CHUNK_ACK 2",
                    "c2s.06.close 8");
            assertFrames(
                    tap.fromServer(),
                    false,
                    "s2c.00.text 1",
                    "s2c.01.FILE_HEADER 2",
                    "s2c.02.FILE_CHUNK 2",
                    "s2c.03.FILE_CHUNK 2",
                    "s2c.04.FILE_CHUNK 2",
                    "s2c.05.close 8");
        }
    }

    /** Each expectation is a file of the session and the opcode of its frame. */
    private static void assertFrames(byte[] wire, boolean masked, String... expectations) throws IOException {
        List<RawFrame> frames = Wiretap.frames(wire);
        assertEquals(expectations.length, frames.size(), frames::toString);
        for (int i = 0; i < expectations.length; i++) {
            String name = expectations[i].substring(0, expectations[i].length() - 2);
            RawFrame frame = frames.get(i);
            assertTrue(frame.fin() && frame.rsv() == 0 && frame.masked() == masked, name);
            assertEquals(expectations[i], name + " " + frame.opcode());
            assertArrayEquals(GoldenSession.bytes(name + ".payload"), frame.payload(), name);
        }
    }

    private static byte[] headOf(byte[] wire) {
        int end = 0;
        while (wire[end] != '\r' || wire[end + 1] != '\n' || wire[end + 2] != '\r' || wire[end + 3] != '\n') {
            end++;
        }
        return java.util.Arrays.copyOf(wire, end + 4);
    }
}
