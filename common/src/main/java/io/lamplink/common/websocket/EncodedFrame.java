package io.lamplink.common.websocket;

import java.nio.ByteBuffer;
import org.java_websocket.enums.Opcode;
import org.java_websocket.framing.Framedata;

/**
 * A text message that was written as a frame without mask before, for several channels.
 *
 * @param wire the frame's bytes, whose position is this message's own
 */
record EncodedFrame(ByteBuffer wire) implements Framedata {

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
    public boolean isFin() {
        return true;
    }

    @Override
    public boolean isRSV1() {
        return false;
    }

    @Override
    public boolean isRSV2() {
        return false;
    }

    @Override
    public boolean isRSV3() {
        return false;
    }

    @Override
    public boolean getTransfereMasked() {
        return false;
    }

    @Override
    public void append(Framedata next) {
        throw new UnsupportedOperationException("A message that is sent is whole.");
    }

    @Override
    public String toString() {
        return "EncodedFrame[" + wire.remaining() + " bytes]";
    }
}
