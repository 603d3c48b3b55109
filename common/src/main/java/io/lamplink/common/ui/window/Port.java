package io.lamplink.common.ui.window;

import java.util.OptionalInt;

/** Reads what was typed into a port field. */
public final class Port {

    private static final int HIGHEST = 65535;

    private Port() {}

    /** The number in {@code text} if it is one from {@code lowest} to 65535. */
    public static OptionalInt read(String text, int lowest) {
        try {
            int port = Integer.parseInt(text.strip());
            return port >= lowest && port <= HIGHEST ? OptionalInt.of(port) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
