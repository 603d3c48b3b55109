package io.lamplink.common.ui.window;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a picture as PNG (ISO/IEC 15948): 8 bits for each of red, green, blue and alpha, row by row, so that no second copy
 * of it is in memory. May be used on any thread.
 */
final class Png {

    /** Bytes of a pixel. */
    static final int PIXEL = 4;

    private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int CHUNK = 1 << 16;
    private static final byte BITS = 8;
    private static final byte RED_GREEN_BLUE_ALPHA = 6;
    /** Each byte is written as its difference from the one above, of which most are 0 in pictures of a screen. */
    private static final int FILTER_UP = 2;

    /** Where the pixels come from. */
    interface Rows {
        /** Fills {@code row} with red, green, blue and alpha of each pixel of row {@code y}, not premultiplied. */
        void read(int y, byte[] row);
    }

    private Png() {}

    /** Writes {@code height} rows of {@code width} pixels, each at least 1. {@code out} stays open. */
    static void write(OutputStream out, int width, int height, Rows rows) throws IOException {
        out.write(SIGNATURE);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {BITS, RED_GREEN_BLUE_ALPHA, 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray(), head.size());
        try (DeflaterOutputStream packed = new DeflaterOutputStream(new DataChunks(out))) {
            byte[] above = new byte[width * PIXEL];
            byte[] row = new byte[width * PIXEL];
            byte[] filtered = new byte[1 + row.length];
            filtered[0] = FILTER_UP;
            for (int y = 0; y < height; y++) {
                rows.read(y, row);
                for (int i = 0; i < row.length; i++) {
                    filtered[1 + i] = (byte) (row[i] - above[i]);
                }
                packed.write(filtered);
                byte[] next = above;
                above = row;
                row = next;
            }
        }
        chunk(out, "IEND", new byte[0], 0);
    }

    private static void chunk(OutputStream out, String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data, 0, length);
        DataOutputStream fields = new DataOutputStream(out);
        fields.writeInt(length);
        fields.write(name);
        fields.write(data, 0, length);
        fields.writeInt((int) check.getValue());
    }

    /** The packed pixels, as many chunks as they need. */
    private static final class DataChunks extends FilterOutputStream {
        private final byte[] buffer = new byte[CHUNK];
        private int filled;

        DataChunks(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            if (filled == CHUNK) {
                end();
            }
            buffer[filled++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            for (int done = 0; done < count; ) {
                if (filled == CHUNK) {
                    end();
                }
                int part = Math.min(count - done, CHUNK - filled);
                System.arraycopy(bytes, from + done, buffer, filled, part);
                filled += part;
                done += part;
            }
        }

        private void end() throws IOException {
            chunk(out, "IDAT", buffer, filled);
            filled = 0;
        }

        /** What is below stays open, for what follows the pixels. */
        @Override
        public void close() throws IOException {
            end();
            out.flush();
        }
    }
}
