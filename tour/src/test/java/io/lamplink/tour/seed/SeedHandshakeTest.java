package io.lamplink.tour.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulations take the handshakes that the original programs were seen to take, and no others. */
final class SeedHandshakeTest {
    private static final String KEY = "+x32lpzdErti3Qk2A+RDsg==";
    private static final String ACCEPT = "Sec-WebSocket-Accept: lURpyLMac1aBH6TiZVzkCcTpTVg=|";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 Switching Protocols|Upgrade: websocket|Connection: Upgrade|" + ACCEPT,
                "HTTP/1.1 101 Switching Protocols|upgrade: websocket|connection: Upgrade|" + ACCEPT,
                "HTTP/1.1 101 Switching Protocols|Upgrade: WebSocket|Connection: upgrade|" + ACCEPT,
                "HTTP/1.1 101|Upgrade: websocket|Connection: Upgrade|" + ACCEPT,
                "HTTP/1.1 101 Switching Protocols|Upgrade:websocket|Connection:Upgrade|" + ACCEPT,
                "HTTP/1.1 101 Switching Protocols|Content-Length: 0|Upgrade: websocket|Connection: Upgrade|" + ACCEPT,
                "HTTP/1.1 101 OK|Upgrade: websocket|Connection: Upgrade|" + ACCEPT
                        + "Sec-WebSocket-Extensions: permessage-deflate|"
            })
    void theClientTakes(String answer) {
        assertEquals(java.util.Optional.empty(), SeedHandshake.refusalByClient(head(answer), KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 Switching Protocols|Upgrade: websocket|Connection: keep-alive, Upgrade|" + ACCEPT,
                "HTTP/1.1 101 Switching Protocols|Upgrade: websocket|Connection: Upgrade|" + ACCEPT
                        + "Sec-WebSocket-Protocol: lamplink.v1|",
                "HTTP/1.1 101 Switching Protocols|Upgrade: websocket|Connection: Upgrade|"
                        + "Sec-WebSocket-Accept: AAAAyLMac1aBH6TiZVzkCcTpTVg=|",
                "HTTP/1.1 200 OK|Upgrade: websocket|Connection: Upgrade|" + ACCEPT,
                "HTTP/1.1 403 Forbidden|Upgrade: websocket|Connection: Upgrade|" + ACCEPT
            })
    void theClientRefuses(String answer) {
        assertTrue(SeedHandshake.refusalByClient(head(answer), KEY).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1|Host: h|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: k|Sec-WebSocket-Version: 13|",
                "GET /a?b HTTP/1.1|host: h|upgrade: websocket|connection: upgrade|sec-websocket-key: k|sec-websocket-version: 13|",
                "GET / HTTP/1.1|Host: h|Upgrade: websocket|Connection: keep-alive, Upgrade|Sec-WebSocket-Key: k"
                        + "|Sec-WebSocket-Version: 13|Sec-WebSocket-Protocol: lamplink.v1|Origin: http://evil.example|"
            })
    void theServerTakes(String request) {
        assertTrue(SeedHandshake.serverTakes(head(request)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1|Host: h|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: k|Sec-WebSocket-Version: 8|",
                "GET / HTTP/1.1|Host: h|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: k|",
                "GET / HTTP/1.1|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Key: k|Sec-WebSocket-Version: 13|",
                "GET / HTTP/1.1|Host: h|Upgrade: websocket|Connection: Upgrade|Sec-WebSocket-Version: 13|",
                "GET / HTTP/1.1|Host: h|",
                "\u0001\u0002\u0003|"
            })
    void theServerRefuses(String request) {
        assertFalse(SeedHandshake.serverTakes(head(request)));
    }

    private static HttpHead head(String lines) {
        return new HttpHead(lines.replace("|", "\r\n") + "\r\n");
    }
}
