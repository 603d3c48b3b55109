package io.lamplink.tour.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The captured session of the original program; its README tells where it comes from. */
public final class GoldenSession {
    private static final Path FOLDER = Path.of("..", "common", "src", "test", "resources", "golden");

    private GoldenSession() {}

    /** One file of it. */
    public static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }

    /** One of its handshakes. */
    static HttpHead head(String name) throws IOException {
        return new HttpHead(Files.readString(FOLDER.resolve(name)));
    }
}
