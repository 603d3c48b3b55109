package io.lamplink.common.ui.control;

import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.ui.theme.Phrase;

/** How this computer's addresses are told. */
public final class HostWords {
    private HostWords() {}

    /** An address with its mask: {@code 192.168.1.5 / 255.255.255.0}, or {@code fe80::1/64}. */
    static String address(HostAddress one) {
        return one.isV4() ? one.text() + " / " + one.mask() : one.text() + one.mask();
    }

    /** What is to know of an address of {@code host}: that it is the one to give to others, or else who can reach it. */
    public static Phrase remark(HostInfo host, HostAddress one) {
        if (host.isRecommended(one)) {
            return Phrase.of("host.card.recommended");
        }
        return Phrase.of(
                switch (one.scope()) {
                    case LOOPBACK -> "host.scope.loopback";
                    case LINK_LOCAL -> "host.scope.link-local";
                    case PRIVATE -> "host.scope.private";
                    case SHARED -> "host.scope.shared";
                    case DOCUMENTATION -> "host.scope.documentation";
                    case RESERVED -> "host.scope.reserved";
                    case PUBLIC -> "host.scope.public";
                });
    }
}
