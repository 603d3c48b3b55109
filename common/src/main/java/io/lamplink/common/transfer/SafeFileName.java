package io.lamplink.common.transfer;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Makes a name that came over the wire fit to be shown and to be saved under on any system: one segment, no control,
 * invisible or direction-changing characters, none that Windows reserves, at most {@value #MAX_BYTES} bytes of UTF-8.
 */
public final class SafeFileName {
    /** Longest name that common file systems take, in bytes of UTF-8. */
    public static final int MAX_BYTES = 255;

    /** What stands for a name of which nothing is left. */
    public static final String NAMELESS = "file";

    private static final String RESERVED_CHARACTERS = "<>:\"|?*";

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "clock$", "conin$", "conout$");

    private SafeFileName() {}

    /** A safe name for {@code wire}; the same for one that is safe already. Never empty. */
    public static String of(String wire) {
        String name = lastSegment(Normalizer.normalize(visible(wire), Normalizer.Form.NFC));
        name = trim(cut(trim(name)));
        if (name.isEmpty()) {
            return NAMELESS;
        }
        return isDevice(name) ? trim(cut("_" + name)) : name;
    }

    /**
     * The {@code number}-th name beside {@code name}, as in {@code report (2).pdf}, within the same length.
     *
     * @param name a safe name
     * @param number 1 or more
     */
    public static String numbered(String name, int number) {
        int dot = extensionAt(name);
        String extension = name.substring(dot);
        String tail = " (" + number + ")" + extension;
        return cutTo(name.substring(0, dot), MAX_BYTES - bytes(tail)) + tail;
    }

    private static String visible(String wire) {
        StringBuilder out = new StringBuilder(wire.length());
        for (char c : VisibleText.visible(wire).toCharArray()) {
            out.append(RESERVED_CHARACTERS.indexOf(c) >= 0 ? '_' : c);
        }
        return out.toString();
    }

    private static String lastSegment(String path) {
        String[] segments = path.split("[/\\\\]+", -1);
        for (int i = segments.length - 1; i >= 0; i--) {
            String segment = trim(segments[i]);
            if (!segment.isEmpty()) {
                return segment;
            }
        }
        return "";
    }

    /** Windows drops dots and spaces at the end of a name; a name of dots alone is a folder everywhere. */
    private static String trim(String name) {
        String text = VisibleText.stripped(name);
        while (text.endsWith(".")) {
            text = VisibleText.stripped(text.substring(0, text.length() - 1));
        }
        return text;
    }

    /** Windows knows its devices by the part before the first dot, with spaces behind it, and by superscript digits. */
    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9¹²³]");
    }

    private static String cut(String name) {
        if (bytes(name) <= MAX_BYTES) {
            return name;
        }
        int dot = extensionAt(name);
        String extension = name.substring(dot);
        return cutTo(name.substring(0, dot), MAX_BYTES - bytes(extension)) + extension;
    }

    private static String cutTo(String text, int limit) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > limit) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    /** Where the extension with its dot starts; the length of the name if it has none or one that is hardly meant as such. */
    private static int extensionAt(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && bytes(name.substring(dot)) <= 32 ? dot : name.length();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
