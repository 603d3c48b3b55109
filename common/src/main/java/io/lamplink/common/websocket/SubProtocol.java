package io.lamplink.common.websocket;

import java.util.Arrays;
import org.java_websocket.protocols.IProtocol;

/**
 * A sub-protocol, or {@link #NONE}. The library's own class overlooks an offer that is spread over several header lines,
 * which the library joins by semicolons.
 */
record SubProtocol(String name) implements IProtocol {
    /** No sub-protocol: fits whatever is offered, and is never named in an answer. */
    static final SubProtocol NONE = new SubProtocol("");

    @Override
    public boolean acceptProvidedProtocol(String header) {
        return name.isEmpty() || Arrays.asList(header.split("[,;\\s]+")).contains(name);
    }

    @Override
    public String getProvidedProtocol() {
        return name;
    }

    @Override
    public IProtocol copyInstance() {
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
