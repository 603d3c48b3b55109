package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Memory for long payloads. */
final class PayloadBuffersTest {
    private final PayloadBuffers buffers = new PayloadBuffers(2);

    @Test
    void thereAreNoMoreThanSoMany() {
        ByteBuffer one = buffers.take();
        ByteBuffer other = buffers.take();
        assertNull(buffers.take());
        assertEquals(0, buffers.left());
        assertNotNull(one);
        assertNotNull(other);
        buffers.give(other);
        assertEquals(1, buffers.left());
        assertNotNull(buffers.take());
        assertNull(buffers.take());
    }

    @Test
    void aViewOfAllOfItMayComeBackInItsPlaceAndIsWholeAgain() {
        ByteBuffer one = buffers.take();
        assertNotNull(one);
        one.put(7, (byte) 5);
        buffers.give(one.duplicate().position(25).limit(100));
        ByteBuffer again = buffers.take();
        assertNotNull(again);
        assertEquals(5, again.get(7), "the same memory");
        assertEquals(0, again.position());
        assertEquals(PayloadBuffers.BYTES, again.limit());
    }

    @Test
    void whatDoesNotComeFromHereIsNotKept() {
        buffers.give(ByteBuffer.allocate(PayloadBuffers.BYTES));
        buffers.give(ByteBuffer.allocateDirect(PayloadBuffers.BYTES - 1));
        ByteBuffer fresh = buffers.take();
        assertNotNull(fresh);
        assertEquals(true, fresh.isDirect());
        assertEquals(PayloadBuffers.BYTES, fresh.capacity());
    }
}
