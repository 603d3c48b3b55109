package io.lamplink.common.websocket;

import java.nio.ByteBuffer;
import org.java_websocket.enums.Opcode;

/**
 * A text message that was written as a frame without mask before, for several channels.
 *
 * @param wire the frame's bytes, whose position is this message's own
 */
record EncodedFrame(ByteBuffer wire) implements WholeMessage {

    @Override
    public Opcode getOpcode() {
        return Opcode.TEXT;
    }

    /** Never asked for by the draft, which takes the bytes as they are. */
    @Override
    public ByteBuffer getPayloadData() {
        throw new UnsupportedOperationException("The payload is within the frame.");
    }

    @Override
    public String toString() {
        return "EncodedFrame[" + wire.remaining() + " bytes]";
    }
}
