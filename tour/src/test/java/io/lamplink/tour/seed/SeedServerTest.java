package io.lamplink.tour.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulations keep the seed's order and have its defects, which the programs under test must cope with. */
final class SeedServerTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 65535, 65536, 65537, 131072, 200_000})
    void everyAcknowledgementBringsOneChunkAndNothingAtTheEnd(int size) throws IOException {
        try (SeedServer server = SeedServer.start();
                SeedClient client = SeedClient.connect(server.port())) {
            client.holdAcksAfter(0);
            server.awaitGuest();
            server.sendFile("f", new byte[size]);
            server.awaitGuest().awaitBinaries("FILE_ACK", 1);
            client.letAcksGo();
            server.sent().await("the file", "f"::equals);
            assertEquals((size + 65535) / 65536, client.awaitFile("f").chunks());
            assertEquals(size, client.awaitFile("f").received());
        }
    }

    @Test
    void anEmptyFileIsAHeaderAndNothingElse() throws IOException {
        try (SeedServer server = SeedServer.start();
                SeedClient client = SeedClient.connect(server.port())) {
            server.awaitGuest();
            server.sendFile("empty", new byte[0]);
            server.sent().await("the file", "empty"::equals);
            server.awaitGuest().awaitBinaries("FILE_ACK", 1);
            assertEquals(0, client.headers().all().getFirst().chunks());
        }
    }

    @Test
    void aNewcomerThrowsOutWhoIsThere() throws IOException {
        try (SeedServer server = SeedServer.start();
                SeedClient first = SeedClient.connect(server.port())) {
            server.awaitGuest();
            try (SeedClient second = SeedClient.connect(server.port())) {
                first.log().await("the close", "closed 1000"::equals);
                second.send(RawFrame.whole(RawFrame.PING, new byte[] {7}));
                second.pongs().await("an answer", any -> true);
            }
        }
    }

    @Test
    void aChunkWithoutHeaderCrashesTheClient() throws IOException {
        try (SeedServer server = SeedServer.start();
                SeedClient client = SeedClient.connect(server.port())) {
            server.awaitGuest().sendBinary(SeedBytes.chunk(new byte[3]));
            client.log().await("the crash", line -> line.startsWith("crashed"));
        }
    }

    @Test
    void aTruncatedChunkIsDroppedAndAcknowledged() throws IOException {
        try (SeedServer server = SeedServer.start();
                SeedClient client = SeedClient.connect(server.port())) {
            server.awaitGuest().sendBinary(SeedBytes.header("f", 100));
            server.awaitGuest().sendBinary(SeedBytes.lyingChunk(100, new byte[50]));
            server.awaitGuest().awaitBinaries("FILE_CHUNK_ACK", 1);
            assertEquals(0, client.headers().all().getFirst().received());
        }
    }

    @Test
    void aReservedBitEndsTheConnection() throws IOException {
        try (SeedServer server = SeedServer.start();
                SeedClient client = SeedClient.connect(server.port())) {
            server.awaitGuest().send(RawFrame.of(true, 4, RawFrame.TEXT, new byte[] {'x'}));
            server.awaitGuest().log().await("the close", "closed 1002 Rsv field is non-zero"::equals);
            client.log().awaitEnd();
        }
    }

    @Test
    void aLongTextLeavesInFramesOf512KiBAndArrivesWhole() throws Exception {
        String text = "长".repeat(400_000);
        try (SeedServer server = SeedServer.start();
                Wiretap tap = Wiretap.before(server.port());
                SeedClient client = SeedClient.connect(tap.port())) {
            client.say(text);
            server.awaitGuest().texts().await("the text", text::equals);
            client.disconnect();
            assertEquals(524_288, Wiretap.frames(tap.fromClient()).get(1).payload().length);
        }
    }

    @Test
    void aHandshakeOfAnotherVersionIsAnsweredWith400() throws IOException {
        try (SeedServer server = SeedServer.start();
                RawWebSocket raw = RawWebSocket.connect(server.port())) {
            raw.writeBytes("GET / HTTP/1.1\r\nHost: h\r\nSec-WebSocket-Version: 8\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            HttpHead answer = raw.readHead();
            assertEquals("HTTP/1.1 400 Bad Request", answer.firstLine());
            assertEquals("13", answer.field("Sec-WebSocket-Version"));
            assertTrue(raw.readToEnd());
        }
    }

    @Test
    void plainHttpIsClosedWithoutAByte() throws IOException {
        try (SeedServer server = SeedServer.start();
                RawWebSocket raw = RawWebSocket.connect(server.port())) {
            raw.writeBytes("GET / HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThrows(IOException.class, raw::readHead);
        }
    }
}
