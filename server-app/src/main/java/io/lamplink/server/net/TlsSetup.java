package io.lamplink.server.net;

import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Identity;
import io.lamplink.common.security.Tls;
import java.net.InetAddress;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * What all connections of a server share of encryption.
 *
 * @param context with the server's key
 * @param fingerprint of that key
 * @param threads where handshakes are computed
 * @param ours addresses whose clients need not encrypt
 * @param clearTurnedAway hears where a client is that was turned away because it does not encrypt
 */
record TlsSetup(
        SSLContext context,
        Fingerprint fingerprint,
        Executor threads,
        RecordBuffers buffers,
        Predicate<InetAddress> ours,
        Consumer<InetAddress> clearTurnedAway) {

    /** An encrypted handshake may take so many times as long as another: a program's first one is slow. */
    static final int TIMES_AS_LONG = 3;

    static TlsSetup of(Identity identity, Predicate<InetAddress> ours, Consumer<InetAddress> clearTurnedAway) {
        return new TlsSetup(
                Tls.server(identity),
                identity.fingerprint(),
                HandshakeThreads.executor(),
                new RecordBuffers(),
                ours,
                clearTurnedAway);
    }
}
