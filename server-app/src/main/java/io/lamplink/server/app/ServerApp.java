package io.lamplink.server.app;

import org.jspecify.annotations.Nullable;

/** Opens the window. */
final class ServerApp {
    private ServerApp() {}

    static int open(@Nullable String place) {
        return place == null ? 2 : 3;
    }
}
