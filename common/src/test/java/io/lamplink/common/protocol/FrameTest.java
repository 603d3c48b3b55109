package io.lamplink.common.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "é", "客户端已连接!", "\uD83D\uDE00 face", "\u0000\u007F\u0080\u07FF\u0800\uFFFF"})
    void aTextFrameIsAsLongAsItsUtf8(String text) {
        assertEquals(text.getBytes(StandardCharsets.UTF_8).length, new Frame.Text(text).size());
    }

    @Test
    void joiningConsumesNothing() {
        ByteBuffer first = ByteBuffer.wrap(new byte[] {9, 1, 2}).position(1);
        ByteBuffer second = ByteBuffer.wrap(new byte[] {3, 9}).limit(1);
        Frame.Binary frame = Frame.Binary.of(first, second);

        assertArrayEquals(new byte[] {1, 2, 3}, Golden.remaining(frame.joined()));
        assertArrayEquals(new byte[] {1, 2, 3}, Golden.remaining(frame.joined()));
        assertEquals(3, frame.size());
    }
}
