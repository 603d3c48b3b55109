package io.lamplink.server.net;

import io.lamplink.common.engine.ListenProblem;
import java.net.InetSocketAddress;

/** What became of an attempt to listen. */
public sealed interface ListenResult {

    /** It listens at {@code address}, with the real port if 0 was asked for. */
    record Listening(InetSocketAddress address) implements ListenResult {}

    /** It does not listen. {@code detail} is a technical sentence for the log. */
    record Failed(ListenProblem problem, String detail) implements ListenResult {}
}
