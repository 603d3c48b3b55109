package io.lamplink.common.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of pictures that are shown small. What a file is, its first bytes say and never its name. */
public enum PictureKind {
    /** Portable Network Graphics. */
    PNG(".png", "\u0089PNG\r\n\u001A\n"),
    /** What cameras make. */
    JPEG(".jpg .jpeg", "\u00FF\u00D8\u00FF"),
    /** Of a moving one, the first picture is shown. */
    GIF(".gif", "GIF8"),
    /** Windows bitmap. */
    BMP(".bmp", "BM");

    /** How many first bytes of a file are needed to tell what it is. */
    static final int BYTES = 8;

    private final String endings;
    private final String start;

    /**
     * A kind.
     *
     * @param start the first bytes, a character each
     */
    PictureKind(String endings, String start) {
        this.endings = endings;
        this.start = start;
    }

    /** Whether a file of that name is worth a look. */
    public static boolean isNameOfOne(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .anyMatch(kind -> List.of(kind.endings.split(" ")).contains(ending));
    }

    /** What a file with these first bytes is. */
    static Optional<PictureKind> of(byte[] first) {
        String letters = new String(first, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> letters.startsWith(kind.start))
                .findFirst();
    }
}
