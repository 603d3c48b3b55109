package io.lamplink.common.websocket;

import org.java_websocket.framing.Framedata;

/** An outgoing message in one frame, without reserved bits; whether it is masked is the draft's affair. */
interface WholeMessage extends Framedata {
    @Override
    default boolean isFin() {
        return true;
    }

    @Override
    default boolean isRSV1() {
        return false;
    }

    @Override
    default boolean isRSV2() {
        return false;
    }

    @Override
    default boolean isRSV3() {
        return false;
    }

    @Override
    default boolean getTransfereMasked() {
        return false;
    }

    @Override
    default void append(Framedata next) {
        throw new UnsupportedOperationException("A message that is sent is whole.");
    }
}
