package io.lamplink.common.websocket;

import io.lamplink.common.protocol.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.java_websocket.enums.Opcode;

/**
 * An outgoing data message whose payload stays in the parts it was given in, until the draft writes them to the wire.
 *
 * @param ceded whether the last part may be overwritten, as in {@link Frame.Binary}
 */
record PartsFrame(Opcode opcode, List<ByteBuffer> parts, boolean ceded) implements WholeMessage {

    static PartsFrame of(Frame frame) {
        return switch (frame) {
            case Frame.Text(String text) ->
                new PartsFrame(Opcode.TEXT, List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))), false);
            case Frame.Binary(List<ByteBuffer> parts, boolean ceded) -> new PartsFrame(Opcode.BINARY, parts, ceded);
        };
    }

    @Override
    public Opcode getOpcode() {
        return opcode;
    }

    /** Copies if there are several parts; only whoever does not know this class asks for it. */
    @Override
    public ByteBuffer getPayloadData() {
        return new Frame.Binary(parts).joined();
    }

    @Override
    public String toString() {
        return "PartsFrame[" + opcode + ", " + new Frame.Binary(parts).size() + " bytes]";
    }
}
