package io.lamplink.server.net;

import io.lamplink.common.security.Identity;
import io.lamplink.common.security.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;

/** A server that can encrypt, and clients that do. */
abstract class EncryptionFixture {
    static final Identity IDENTITY = Identity.fresh();

    final Recorder recorder = new Recorder();

    static TestServer start(Recorder recorder) throws Exception {
        return start(recorder, TestServer.PATIENT);
    }

    static TestServer start(Recorder recorder, ServerLimits limits) throws Exception {
        return TestServer.start(recorder, endpoint(limits, InetAddress::isLoopbackAddress));
    }

    static ServerEndpoint endpoint(ServerLimits limits, Predicate<InetAddress> mayBeClear) {
        return new ServerEndpoint(limits, () -> IDENTITY, mayBeClear);
    }

    static RawClient open(TestServer server, int receiveBuffer) throws IOException {
        return new RawClient(connect(server.address(), receiveBuffer)).upgraded();
    }

    static SSLSocket unconnected() throws IOException {
        return (SSLSocket) Tls.client().getSocketFactory().createSocket();
    }

    static SSLSocket connect(InetSocketAddress address, int receiveBuffer) throws IOException {
        SSLSocket socket = unconnected();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(address);
        socket.setSoTimeout((int) TestServer.PATIENCE.toMillis());
        socket.startHandshake();
        return socket;
    }
}
