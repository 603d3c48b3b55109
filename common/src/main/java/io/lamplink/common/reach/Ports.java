package io.lamplink.common.reach;

import java.util.stream.Stream;

/** Lists of ports as firewalls write them. */
final class Ports {
    private Ports() {}

    /** Whether a list such as {@code 22/tcp 1025-65535/udp} has the TCP port. */
    static boolean listed(String list, int port) {
        return Stream.of(list.strip().split("\\s+", -1))
                .filter(one -> one.endsWith("/tcp"))
                .anyMatch(one -> within(one.substring(0, one.length() - "/tcp".length()), "-", port));
    }

    /** Whether {@code port} is that one, or in that range. */
    static boolean within(String range, String between, int port) {
        String[] ends = range.split(between, -1);
        if (ends.length > 2 || !Stream.of(ends).allMatch(end -> end.matches("[0-9]{1,5}"))) {
            return false;
        }
        return Integer.parseInt(ends[0]) <= port && port <= Integer.parseInt(ends[ends.length - 1]);
    }
}
