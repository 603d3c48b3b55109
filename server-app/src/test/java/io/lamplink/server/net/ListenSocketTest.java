package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.ListenProblem;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListenSocketTest {

    @ParameterizedTest
    @CsvSource({
        "8080, Address already in use, PORT_IN_USE",
        "80, Address already in use: bind, PORT_IN_USE",
        "80, Permission denied, NOT_PERMITTED",
        "8080, Permission denied: bind, NOT_PERMITTED",
        "80, Keine Berechtigung, NOT_PERMITTED",
        "8080, 地址已在使用, PORT_IN_USE"
    })
    void theProblemIsKnownInAnyLanguageOfTheSystem(int port, String message, ListenProblem expected) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        assertEquals(expected, ListenSocket.problem(new BindException(message), address));
    }

    @Test
    void anyOtherErrorIsAnotherProblem() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
        assertEquals(ListenProblem.OTHER, ListenSocket.problem(new IOException("Too many open files"), address));
    }

    @ParameterizedTest
    @CsvSource({"Linux, true", "Mac OS X, true", "Windows 11, false"})
    void anAddressIsReusedExceptOnWindowsWhereThatMeansTheft(String system, boolean expected) {
        // item 15
        assertEquals(expected, ListenSocket.reusesAddress(system));
    }
}
