package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.ConnectProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

final class TcpConnectorTest {

    @Test
    void theProblemIsKnownInAnyLanguageOfTheSystem() {
        assertEquals(ConnectProblem.UNKNOWN_HOST, TcpConnector.problem(new UnknownHostException("host")));
        assertEquals(ConnectProblem.TIMED_OUT, TcpConnector.problem(new SocketTimeoutException("Connect timed out")));
        assertEquals(ConnectProblem.REFUSED, TcpConnector.problem(new ConnectException("拒绝连接")));
        assertEquals(ConnectProblem.UNREACHABLE, TcpConnector.problem(new NoRouteToHostException("没有到主机的路由")));
        assertEquals(ConnectProblem.UNREACHABLE, TcpConnector.problem(new SocketException("网络不可达")));
        assertEquals(ConnectProblem.OTHER, TcpConnector.problem(new IOException("anything")));
    }
}
