package io.lamplink.common.websocket;

import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeBuilder;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.IProtocol;
import org.jspecify.annotations.Nullable;

/**
 * RFC 6455 as Lamplink speaks it: no extension, at most the sub-protocol {@value ProtocolLimits#SUBPROTOCOL}, messages of
 * at most {@link ProtocolLimits#MAX_MESSAGE_BYTES} bytes however they are cut into fragments, and handshakes that a Qt
 * peer accepts. Frames of a client are taken unmasked too, as the seed does, so masking keeps nobody out. One instance
 * serves one connection.
 */
public final class LamplinkDraft extends Draft_6455 {
    private static final SecureRandom MASKS = new SecureRandom();
    private static final String PROTOCOL_FIELD = "Sec-WebSocket-Protocol";
    private static final byte[] BARE_101 = "HTTP/1.1 101\r\n".getBytes(StandardCharsets.US_ASCII);

    /** The order in which the seed writes its fields; the library has them in alphabetical order. */
    private static final List<String> FIELD_ORDER = List.of(
            "Host",
            "Upgrade",
            "Connection",
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Accept",
            "Sec-WebSocket-Version",
            PROTOCOL_FIELD,
            "Server",
            "Date");

    private final WireMeter meter;
    private @Nullable FrameDecoder decoder;
    private @Nullable MessageAssembler assembler;

    private LamplinkDraft(List<IProtocol> protocols, WireMeter meter) {
        super(List.of(), protocols, ProtocolLimits.MAX_MESSAGE_BYTES);
        this.meter = meter;
    }

    /** A draft that takes {@value ProtocolLimits#SUBPROTOCOL} when it is offered, and whoever does not offer it as well. */
    public static LamplinkDraft forServer(WireMeter meter) {
        return new LamplinkDraft(List.of(new SubProtocol(ProtocolLimits.SUBPROTOCOL), SubProtocol.NONE), meter);
    }

    /** A draft that offers {@value ProtocolLimits#SUBPROTOCOL}, or nothing, and takes an answer without sub-protocol. */
    public static LamplinkDraft forClient(boolean offerLamplink, WireMeter meter) {
        return offerLamplink ? forServer(meter) : new LamplinkDraft(List.of(SubProtocol.NONE), meter);
    }

    /** Whether the handshake agreed on {@value ProtocolLimits#SUBPROTOCOL}; to be asked when the connection opens. */
    public static boolean isLamplink(@Nullable IProtocol agreed) {
        return agreed != null && agreed.getProvidedProtocol().equals(ProtocolLimits.SUBPROTOCOL);
    }

    /** The library calls this for every connection; inherited, it would give back a plain draft without our limits. */
    @Override
    public Draft copyInstance() {
        return new LamplinkDraft(getKnownProtocols(), meter);
    }

    @Override
    public HandshakeState acceptHandshakeAsClient(ClientHandshake request, ServerHandshake response)
            throws InvalidHandshakeException {
        String answered = response.getFieldValue(PROTOCOL_FIELD).strip();
        boolean unasked = !answered.isEmpty()
                && getKnownProtocols().stream()
                        .noneMatch(known -> known.getProvidedProtocol().equals(answered));
        return unasked ? HandshakeState.NOT_MATCHED : super.acceptHandshakeAsClient(request, response);
    }

    /** A Qt client refuses any Connection but {@code Upgrade}; the library would echo what was asked. */
    @Override
    public HandshakeBuilder postProcessHandshakeResponseAsServer(
            ClientHandshake request, ServerHandshakeBuilder response) throws InvalidHandshakeException {
        HandshakeBuilder answer = super.postProcessHandshakeResponseAsServer(request, response);
        response.setHttpStatusMessage("Switching Protocols");
        answer.put("Connection", "Upgrade");
        answer.put("Server", "Lamplink");
        return answer;
    }

    @Override
    public List<ByteBuffer> createHandshake(Handshakedata handshake, boolean withContent) {
        StringBuilder head = new StringBuilder(256)
                .append(
                        switch (handshake) {
                            case ClientHandshake request -> "GET " + request.getResourceDescriptor() + " HTTP/1.1\r\n";
                            case ServerHandshake answer -> "HTTP/1.1 101 " + answer.getHttpStatusMessage() + "\r\n";
                            default -> throw new IllegalArgumentException("Neither a request nor an answer.");
                        });
        for (String field : fieldsInOrder(handshake)) {
            head.append(field)
                    .append(": ")
                    .append(handshake.getFieldValue(field))
                    .append("\r\n");
        }
        byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        meter.encoded(bytes.length, false);
        return List.of(ByteBuffer.wrap(bytes));
    }

    /** The library cannot read an answer whose reason phrase and the space before it are missing. */
    @Override
    public Handshakedata translateHandshake(ByteBuffer buffer) throws InvalidHandshakeException {
        if (role != Role.CLIENT || !startsWith(buffer, BARE_101)) {
            return super.translateHandshake(buffer);
        }
        ByteBuffer mended = ByteBuffer.allocate(buffer.remaining() + 1);
        mended.put(BARE_101, 0, BARE_101.length - 2).put((byte) ' ');
        mended.put(buffer.slice(buffer.position() + BARE_101.length - 2, buffer.remaining() - BARE_101.length + 2))
                .flip();
        Handshakedata answer = super.translateHandshake(mended);
        buffer.position(buffer.limit() - mended.remaining());
        return answer;
    }

    @Override
    public ByteBuffer createBinaryFrame(Framedata frame) {
        ByteBuffer wire = switch (frame) {
            case PartsFrame(Opcode opcode, List<ByteBuffer> parts, boolean ceded) -> encode(opcode, true, parts, ceded);
            case EncodedFrame(ByteBuffer bytes) -> bytes;
            default -> encode(frame.getOpcode(), frame.isFin(), List.of(frame.getPayloadData()), false);
        };
        meter.encoded(wire.remaining(), frame.getOpcode() == Opcode.BINARY);
        return wire;
    }

    @Override
    public List<Framedata> translateFrame(ByteBuffer buffer) throws InvalidDataException {
        if (decoder == null) {
            decoder = new FrameDecoder(firstLimit(), ProtocolLimits.MAX_MESSAGE_BYTES, meter::held);
        }
        List<Framedata> frames = decoder.decode(buffer);
        meter.pace().took(frames);
        return frames;
    }

    /**
     * Where the next bytes of the connection may be put, rather than to {@link #translateFrame}; for readers that read and
     * decode on one thread. What was put there is to be told by {@link #filled} before anything else is decoded.
     *
     * @return null if they have to be decoded
     */
    public @Nullable ByteBuffer space() {
        return decoder == null ? null : decoder.space();
    }

    /** The first {@code bytes} bytes of {@link #space} have come. */
    public void filled(int bytes) {
        if (decoder != null) {
            decoder.filled(bytes);
        }
    }

    /** Who introduces itself can do so in few bytes; a Qt peer that is let in begins with whatever it has to say. */
    private int firstLimit() {
        return isLamplink(getProtocol()) || meter.held()
                ? ProtocolLimits.MAX_FIRST_BYTES
                : ProtocolLimits.MAX_MESSAGE_BYTES;
    }

    @Override
    public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
        if (assembler == null) {
            assembler = new MessageAssembler(firstLimit(), ProtocolLimits.MAX_MESSAGE_BYTES, meter::held);
        }
        Framedata whole = isControl(frame.getOpcode()) ? frame : assembler.add(frame);
        try {
            if (whole != null) {
                super.processFrame(socket, whole);
            }
        } catch (InvalidDataException e) {
            throw e.getCloseCode() == CloseFrame.NO_UTF8
                    ? new InvalidDataException(CloseFrame.NO_UTF8, "A text is not valid UTF-8.")
                    : e;
        }
    }

    private ByteBuffer encode(Opcode opcode, boolean fin, List<ByteBuffer> parts, boolean ceded) {
        return role == Role.CLIENT
                ? FrameEncoder.encodeMasked(opcode, fin, parts, ceded, MASKS.nextInt())
                : FrameEncoder.encode(opcode, fin, parts, ceded);
    }

    static boolean isControl(Opcode opcode) {
        return opcode == Opcode.PING || opcode == Opcode.PONG || opcode == Opcode.CLOSING;
    }

    private static Set<String> fieldsInOrder(Handshakedata handshake) {
        Set<String> fields = new LinkedHashSet<>(FIELD_ORDER);
        fields.removeIf(field -> !handshake.hasFieldValue(field));
        for (Iterator<String> all = handshake.iterateHttpFields(); all.hasNext(); ) {
            String field = all.next();
            if (fields.stream().noneMatch(field::equalsIgnoreCase)) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static boolean startsWith(ByteBuffer buffer, byte[] start) {
        return buffer.remaining() >= start.length
                && buffer.slice(buffer.position(), start.length).equals(ByteBuffer.wrap(start));
    }
}
