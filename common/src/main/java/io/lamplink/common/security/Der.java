package io.lamplink.common.security;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Writes the few forms of DER (ITU-T X.690) that a certificate is made of. */
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int SHORT_LENGTHS = 0x80;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(SEQUENCE, parts);
    }

    static byte[] set(byte[]... parts) {
        return tagged(SET, parts);
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    /** Whole bytes: none of the last one's bits is unused. */
    static byte[] bitString(byte[] bytes) {
        return tagged(0x03, new byte[1], bytes);
    }

    static byte[] utf8(String text) {
        return tagged(0x0C, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A time written as {@code yyyyMMddHHmmssZ}. */
    static byte[] generalizedTime(String time) {
        return tagged(0x18, time.getBytes(StandardCharsets.US_ASCII));
    }

    /** An object identifier whose first two numbers are {@code first} * 40 + second. */
    static byte[] oid(int head, int... rest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head);
        for (int number : rest) {
            writeBase128(bytes, number);
        }
        return tagged(0x06, bytes.toByteArray());
    }

    /** {@code parts} under a tag of one byte. */
    static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        writeLength(whole, content.size());
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream to, int length) {
        if (length < SHORT_LENGTHS) {
            to.write(length);
            return;
        }
        byte[] bytes = BigInteger.valueOf(length).toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        to.write(SHORT_LENGTHS | (bytes.length - sign));
        to.write(bytes, sign, bytes.length - sign);
    }

    private static void writeBase128(ByteArrayOutputStream to, int number) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (number >>> shift != 0) {
                to.write(0x80 | ((number >>> shift) & 0x7F));
            }
        }
        to.write(number & 0x7F);
    }
}
