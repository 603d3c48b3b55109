package io.lamplink.installer.icon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/** Files that hold an icon in several sizes, each a PNG picture. */
public final class IconFile {
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;

    /** What macOS calls pictures of so many pixels. */
    private static final Map<Integer, String> ICNS_NAMES =
            Map.of(16, "icp4", 32, "icp5", 64, "ic12", 128, "ic07", 256, "ic08");

    private IconFile() {}

    /** A Windows .ico file of {@code pictures}, PNG files by their width in pixels, which is at most 256. */
    public static byte[] ico(SortedMap<Integer, byte[]> pictures) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(little(ICO_HEADER)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) pictures.size())
                .array());
        int offset = ICO_HEADER + ICO_ENTRY * pictures.size();
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            byte size = picture.getKey().byteValue(); // 256 is written as 0
            int length = picture.getValue().length;
            out.write(little(ICO_ENTRY)
                    .put(size)
                    .put(size)
                    .putShort((short) 0) // no palette
                    .putShort((short) 1) // planes
                    .putShort((short) 32) // bits of a pixel
                    .putInt(length)
                    .putInt(offset)
                    .array());
            offset += length;
        }
        for (byte[] picture : pictures.values()) {
            out.write(picture);
        }
        return out.toByteArray();
    }

    /** A macOS .icns file of {@code pictures}, PNG files by their width; sizes that macOS has no name for are left out. */
    public static byte[] icns(SortedMap<Integer, byte[]> pictures) throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            String name = ICNS_NAMES.get(picture.getKey());
            if (name != null) {
                parts.write(part(name, picture.getValue()));
            }
        }
        return part("icns", parts.toByteArray());
    }

    private static byte[] part(String name, byte[] content) {
        return ByteBuffer.allocate(ICNS_HEADER + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(ICNS_HEADER + content.length)
                .put(content)
                .array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
