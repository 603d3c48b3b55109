package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.java_websocket.drafts.Draft;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.java_websocket.handshake.HandshakeImpl1Server;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handshakes of both sides against those captured from the seed, and the limits of a message. */
final class LamplinkDraftTest {
    /** The seed client's request, with the key it was captured with. */
    private static final String SEED_REQUEST = """
            GET / HTTP/1.1
            Host: 127.0.0.1:9002
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: +x32lpzdErti3Qk2A+RDsg==
            Sec-WebSocket-Version: 13

            """.replace("\n", "\r\n");

    /** The seed server's answer to it. */
    private static final String SEED_ANSWER = """
            HTTP/1.1 101 Switching Protocols
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Accept: lURpyLMac1aBH6TiZVzkCcTpTVg=
            Server: chat server
            Access-Control-Allow-Credentials: false
            Access-Control-Allow-Methods: GET
            Access-Control-Allow-Headers: content-type
            Access-Control-Allow-Origin: *
            Date: Sun, 22 Nov 2026 18:09:53 GMT

            """.replace("\n", "\r\n");

    private final WireMeter meter = new WireMeter();

    @Test
    void theServersAnswerIsTheSeedsWithoutTheFieldsForWebPages() throws InvalidHandshakeException {
        String expected = SEED_ANSWER.replace("chat server", "Lamplink").replaceAll("Access-Control[^\r]*\r\n", "");
        assertEquals(withoutDate(expected), withoutDate(answerTo(SEED_REQUEST)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upgrade", "upgrade", "keep-alive, Upgrade", "Upgrade, keep-alive"})
    void theServerAnswersNoConnectionButUpgradeSinceTheSeedClientRefusesOthers(String asked)
            throws InvalidHandshakeException {
        String answer = answerTo(SEED_REQUEST.replace("Connection: Upgrade", "Connection: " + asked));
        assertTrue(answer.contains("\r\nConnection: Upgrade\r\n"), answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lamplink.v1|true",
                "chat, lamplink.v1|true",
                "chat,lamplink.v1 , soap|true",
                "lamplink.v2|false",
                "LAMPLINK.V1|false",
                "chat|false"
            })
    void theServerTakesTheSubProtocolIfOfferedAndNamesNoneOtherwise(String offered, boolean taken)
            throws InvalidHandshakeException {
        String answer = answerTo(with(SEED_REQUEST, "Sec-WebSocket-Protocol: " + offered));
        assertEquals(taken, answer.contains("Sec-WebSocket-Protocol: lamplink.v1\r\n"), answer);
        assertEquals(taken, answer.contains("Sec-WebSocket-Protocol"), answer);
    }

    @Test
    void anOfferOnSeveralLinesIsOneOffer() throws InvalidHandshakeException {
        String request = with(SEED_REQUEST, "Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: lamplink.v1");
        assertTrue(answerTo(request).contains("Sec-WebSocket-Protocol: lamplink.v1\r\n"));
    }

    @Test
    void anOfferedExtensionIsNotTaken() throws InvalidHandshakeException {
        // item 11: permessage-deflate inflates without a limit
        String answer = answerTo(with(SEED_REQUEST, "Sec-WebSocket-Extensions: permessage-deflate"));
        assertFalse(answer.contains("Extensions"), answer);
    }

    @Test
    void aClientWithoutSubProtocolAsksByteForByteAsTheSeed() {
        assertEquals(withoutKey(SEED_REQUEST), withoutKey(requestOf(false)));
    }

    @Test
    void aClientOffersTheSubProtocolAndNothingElseBeyondTheSeed() {
        String expected = with(SEED_REQUEST, "Sec-WebSocket-Protocol: lamplink.v1");
        assertEquals(withoutKey(expected), withoutKey(requestOf(true)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "true|none|MATCHED",
                "true|lamplink.v1|MATCHED",
                "true|chat|NOT_MATCHED",
                "false|none|MATCHED",
                "false|lamplink.v1|NOT_MATCHED"
            })
    void aClientTakesWhatItOfferedOrNothing(boolean offers, String answered, HandshakeState expected)
            throws InvalidHandshakeException {
        String answer = answered == null ? SEED_ANSWER : with(SEED_ANSWER, "Sec-WebSocket-Protocol: " + answered);
        LamplinkDraft draft = client(offers);
        assertEquals(expected, accept(draft, answer));
        boolean lamplink = expected == HandshakeState.MATCHED && answered != null;
        assertEquals(lamplink, LamplinkDraft.isLamplink(draft.getProtocol()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Upgrade: websocket|upgrade:WebSocket",
                "Connection: Upgrade|connection:upgrade",
                "HTTP/1.1 101 Switching Protocols|HTTP/1.1 101 ",
                "HTTP/1.1 101 Switching Protocols|HTTP/1.1 101",
                "Sec-WebSocket-Accept:|sec-websocket-accept:",
                "Server: chat server|Content-Length: 0"
            })
    void aClientTakesTheAnswersThatTheSeedClientTakes(String instead, String of) throws InvalidHandshakeException {
        String answer = SEED_ANSWER.replace(instead, of == null ? "" : of);
        assertEquals(HandshakeState.MATCHED, accept(client(true), answer));
    }

    @Test
    void framesBehindABareAnswerAreNotSwallowed() throws InvalidHandshakeException {
        ByteBuffer wire = ascii(SEED_ANSWER.replace(" Switching Protocols", "") + "frames");
        client(true).translateHandshake(wire);
        assertEquals(ascii("frames"), wire);
    }

    @Test
    void aWrongKeyIsRefused() throws InvalidHandshakeException {
        assertEquals(HandshakeState.NOT_MATCHED, accept(client(true), SEED_ANSWER.replace("lURp", "AAAA")));
    }

    @Test
    void theCopyThatTheLibraryWorksWithKeepsLimitsProtocolsAndMeter() throws InvalidHandshakeException {
        // item 4: the inherited copyInstance() gives back a plain draft
        Draft copy = assertInstanceOf(LamplinkDraft.class, client(true).copyInstance());
        assertEquals(ProtocolLimits.MAX_MESSAGE_BYTES, ((LamplinkDraft) copy).getMaxFrameSize());
        copy.createHandshake(new HandshakeImpl1Client());
        assertTrue(meter.queuedBytes() > 0, "counted");
        assertTrue(requestOf((LamplinkDraft) copy).contains("lamplink.v1"));
    }

    @Test
    void aDeclaredLengthOverTheLimitIsRefusedBeforeAnythingIsAllocated() {
        // item 3: the frame of 14 bytes that stops a server
        ByteBuffer frame =
                ByteBuffer.allocate(14).put((byte) 0x82).put((byte) 0xFF).putLong(Integer.MAX_VALUE - 8L);
        LamplinkDraft draft = LamplinkDraft.forServer(meter);
        LimitExceededException refusal =
                assertThrows(LimitExceededException.class, () -> draft.translateFrame(frame.rewind()));
        assertEquals(CloseFrame.TOOBIG, refusal.getCloseCode());
    }

    @Test
    void everyFrameIsCounted() {
        LamplinkDraft draft = LamplinkDraft.forServer(meter);
        draft.setParseMode(Role.SERVER);
        draft.createBinaryFrame(new CloseFrame());
        assertEquals(4, meter.queuedBytes());
        meter.written(4);
        assertEquals(0, meter.queuedBytes());
    }

    private LamplinkDraft client(boolean offers) {
        LamplinkDraft draft = LamplinkDraft.forClient(offers, meter);
        draft.setParseMode(Role.CLIENT);
        return draft;
    }

    private static HandshakeState accept(LamplinkDraft draft, String answer) throws InvalidHandshakeException {
        ClientHandshake request =
                (ClientHandshake) read(LamplinkDraft.forServer(new WireMeter()), Role.SERVER, SEED_REQUEST);
        return draft.acceptHandshakeAsClient(request, (ServerHandshake) draft.translateHandshake(ascii(answer)));
    }

    private String answerTo(String request) throws InvalidHandshakeException {
        LamplinkDraft draft = LamplinkDraft.forServer(meter);
        ClientHandshake asked = (ClientHandshake) read(draft, Role.SERVER, request);
        assertEquals(HandshakeState.MATCHED, draft.acceptHandshakeAsServer(asked));
        return text(
                draft.createHandshake(draft.postProcessHandshakeResponseAsServer(asked, new HandshakeImpl1Server())));
    }

    private String requestOf(boolean offers) {
        return requestOf(client(offers));
    }

    private static String requestOf(LamplinkDraft draft) {
        HandshakeImpl1Client request = new HandshakeImpl1Client();
        request.setResourceDescriptor("/");
        request.put("Host", "127.0.0.1:9002");
        return text(draft.createHandshake(draft.postProcessHandshakeRequestAsClient(request)));
    }

    private static Handshakedata read(LamplinkDraft draft, Role role, String text) throws InvalidHandshakeException {
        draft.setParseMode(role);
        return draft.translateHandshake(ascii(text));
    }

    private static String with(String handshake, String line) {
        return handshake.substring(0, handshake.length() - 2) + line + "\r\n\r\n";
    }

    private static String withoutDate(String answer) {
        return answer.replaceAll("Date: [^\r]*GMT\r\n", "Date\r\n");
    }

    private static String withoutKey(String request) {
        return request.replaceAll("Key: [^\r]{24}\r\n", "Key\r\n");
    }

    private static String text(List<ByteBuffer> buffers) {
        return StandardCharsets.US_ASCII.decode(buffers.getFirst()).toString();
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
