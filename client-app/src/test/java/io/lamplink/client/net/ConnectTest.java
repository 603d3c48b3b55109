package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.ConnectProblem;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectTest extends ConnectFixture {
    @Test
    void aQtClientAsksByteForByteAsTheSeed() throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), false, recorder);
            try (RawServer.Connection connection = server.accept()) {
                assertEquals(request(server, ""), withoutKey(connection.answer(RawServer.ANSWER)));
                assertFalse(recorder.nextOpened().lamplink());
            }
        }
    }

    @Test
    void aLamplinkClientAddsItsSubProtocolOnly() throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                String expected = request(server, "Sec-WebSocket-Protocol: lamplink.v1\r\n");
                assertEquals(expected, withoutKey(connection.answer(RawServer.ANSWER)));
                assertFalse(recorder.nextOpened().lamplink(), "a seed server answers none");
            }
        }
    }

    @Test
    void theServersSubProtocolMakesALamplinkPeer() throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer(with("Sec-WebSocket-Protocol: lamplink.v1"));
                assertTrue(recorder.nextOpened().lamplink());
            }
        }
    }

    @Test
    void pathQueryAndHostAreAsWritten() throws Exception {
        try (RawServer server = new RawServer()) {
            String text = "ws://LOCALHOST:" + server.address().port() + "/a/b?c=d";
            endpoint.connect(ServerAddress.parse(text, 1), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                String request = connection.answer(RawServer.ANSWER);
                assertTrue(request.startsWith("GET /a/b?c=d HTTP/1.1\r\nHost: LOCALHOST:"), request);
                recorder.nextOpened();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Upgrade: websocket|upgrade:WebSocket",
                "Connection: Upgrade|connection: upgrade",
                "101 Switching Protocols|101 ",
                "101 Switching Protocols|101",
                "Server: chat server|Content-Length: 0",
                "Server: chat server|Sec-WebSocket-Extensions: permessage-deflate"
            })
    void whatTheSeedClientTakesIsTaken(String instead, String of) throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer(RawServer.ANSWER.replace(instead, of));
                connection.sendText("first");
                recorder.nextOpened();
                assertEquals("first", recorder.nextText());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 500 Internal Server Error\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: ws://127.0.0.1:1/\r\n\r\n",
                "HTTP/1.0 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "SSH-2.0-OpenSSH_9.9\r\n",
                "rubbish\r\n\r\n",
                "\r\n\r\n"
            })
    void whatIsNoWebSocketServerIsTold(String answer) throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer(answer);
                assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
                connection.readToEnd();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403 Forbidden, NOT_LET_IN",
        "403 Encryption Required, ENCRYPTION_REQUIRED",
        "421 Misdirected Request, NAME_NOT_KNOWN",
        "429 Too Many Requests, TOO_MANY_FROM_HERE",
        "503 Service Unavailable, SERVER_FULL"
    })
    void aServerThatSaysWhyItRefusesIsUnderstood(String status, ConnectProblem problem) throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
                assertEquals(problem, recorder.nextProblem());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-WebSocket-Protocol: chat", "Sec-WebSocket-Protocol: lamplink.v2"})
    void aSubProtocolThatWasNotOfferedIsRefused(String line) throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer(with(line));
                assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
            }
        }
    }

    @Test
    void aWrongKeyIsRefused() throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.answer(RawServer.ANSWER.replace("KEY", "lURpyLMac1aBH6TiZVzkCcTpTVg="));
                assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
            }
        }
    }

    @Test
    void aServerThatHangsUpIsNoWebSocketServer() throws Exception {
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            server.accept().hangUp();
            assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
        }
    }

    @Test
    void anEndlessAnswerIsCut() throws Exception {
        // item 6
        try (RawServer server = new RawServer()) {
            endpoint.connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.send("HTTP/1.1 101 Switching Protocols\r\n");
                String line = "X-Padding: " + "x".repeat(1000) + "\r\n";
                try {
                    for (int i = 0; i < 100_000 && !recorder.hasHeard(); i++) {
                        connection.send(line);
                    }
                } catch (IOException e) {
                    assertNotNull(e);
                }
                assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
            }
        }
    }

    @Test
    void aServerThatSaysNothingIsTimedOut() throws Exception {
        // item 19: the library waits for ever
        try (RawServer server = new RawServer()) {
            with(QUICK_TO_SHAKE_HANDS).connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.readRequest();
                assertEquals(ConnectProblem.TIMED_OUT, recorder.nextProblem());
                assertEquals(0, connection.readToEnd());
            }
        }
    }

    @Test
    void aServerThatSpeaksButNeverAnswersIsNoWebSocketServer() throws Exception {
        try (RawServer server = new RawServer()) {
            with(QUICK_TO_SHAKE_HANDS).connect(server.address(), true, recorder);
            try (RawServer.Connection connection = server.accept()) {
                connection.send("220 mail");
                assertEquals(ConnectProblem.NOT_A_SERVER, recorder.nextProblem());
            }
        }
    }
}
