package io.lamplink.installer.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The list by which {@code dpkg --verify} sees whether installed files are as they were packed. */
final class Digests {
    private Digests() {}

    /** One line a file, with its MD5 and its path below {@code tree}. */
    static String of(Path tree, List<Path> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            String digest = HexFormat.of().formatHex(md5().digest(Files.readAllBytes(file)));
            lines.append(digest).append("  ").append(tree.relativize(file)).append('\n');
        }
        return lines.toString();
    }

    /** Debian's format knows no other digest here. It guards against damage, not against people. */
    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5.", e);
        }
    }
}
