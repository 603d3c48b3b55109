package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lamplink.client.net.ServerAddress.Scheme;
import io.lamplink.common.engine.ConnectProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {
    private static final int DEFAULT_PORT = 8080;

    /** U6: names, IPv4, IPv6 and whole addresses, not literals alone. */
    @ParameterizedTest
    @CsvSource({
        "192.168.1.5, 192.168.1.5, 8080, /",
        "' 192.168.1.5:9002\t', 192.168.1.5, 9002, /",
        "localhost, localhost, 8080, /",
        "my-host.local:81, my-host.local, 81, /",
        "my_host, my_host, 8080, /",
        "example.org., example.org., 8080, /",
        "::1, ::1, 8080, /",
        "[::1], ::1, 8080, /",
        "[::1]:65535, ::1, 65535, /",
        "fe80::1%eth0, fe80::1%eth0, 8080, /",
        "[fe80::1%25eth0]:1, fe80::1%eth0, 1, /",
        "fe80::1%25, fe80::1%25, 8080, /",
        "2001:db8::5, 2001:db8::5, 8080, /",
        "::ffff:10.0.0.1, ::ffff:10.0.0.1, 8080, /",
        "ws://192.168.1.5:9002/, 192.168.1.5, 9002, /",
        "WS://host, host, 8080, /",
        "ws://[::1]:9002/a/b?c=d, ::1, 9002, /a/b?c=d",
        "ws://host?c, host, 8080, /?c",
        "host:9/a#b, host, 9, /a",
        "ws://host/聊 天, host, 8080, none",
        "ws://host/聊天, host, 8080, /%E8%81%8A%E5%A4%A9",
        "１９２。168．1。5：９００２, 192.168.1.5, 9002, /",
        "电脑.local, xn--wnyy6w.local, 8080, /"
    })
    void whatAPersonWritesIsRead(String text, String host, int port, String path) throws BadAddressException {
        if (path.equals("none")) {
            assertEquals(ConnectProblem.BAD_ADDRESS, problem(text));
        } else {
            Scheme scheme = text.startsWith("ws") || text.startsWith("WS") ? Scheme.WS : Scheme.NONE;
            assertEquals(new ServerAddress(scheme, host, port, path), ServerAddress.parse(text, DEFAULT_PORT));
        }
    }

    @Test
    void wssIsSecure() throws BadAddressException {
        assertEquals(new ServerAddress(Scheme.WSS, "host", 8080, "/"), ServerAddress.parse("wss://host", DEFAULT_PORT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":9002",
                "ws://",
                "ws:///path",
                "http://host",
                "wss//host",
                "192.168.1",
                "192.168.1.256",
                "192.168.1.5.6",
                "192.168.01.5",
                "1234",
                "host name",
                "user@host",
                "a..b",
                "host/ws://other host",
                "[::1",
                "::1]",
                "[::1]9002",
                "[]",
                ":::",
                "1:2:3",
                "fe80::1%",
                "fe80::1%a b",
                "[192.168.1.5",
                "host\r\nOrigin: x",
                "host/\r\nOrigin: x",
                "host/%zz"
            })
    void whatIsNoAddressIsABadAddress(String text) {
        assertEquals(ConnectProblem.BAD_ADDRESS, problem(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"host:", "host:0", "host:65536", "host:123456", "host:-1", "host:port", "[::1]:", "[::1]:x"})
    void whatIsNoPortIsABadPort(String text) {
        assertEquals(ConnectProblem.BAD_PORT, problem(text), text);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.5:80, 192.168.1.5, 192.168.1.5:80",
        "192.168.1.5, 192.168.1.5:8080, 192.168.1.5:8080",
        "fe80::1%eth0, [fe80::1]:8080, [fe80::1%eth0]:8080",
        "host:443, host:443, host:443"
    })
    void theHostFieldHasNoZoneAndPeopleSeeEverything(String text, String field, String display)
            throws BadAddressException {
        // item 21
        ServerAddress address = ServerAddress.parse(text, DEFAULT_PORT);
        assertEquals(field, address.hostField());
        assertEquals(display, address.display());
    }

    private static ConnectProblem problem(String text) {
        return assertThrows(BadAddressException.class, () -> ServerAddress.parse(text, DEFAULT_PORT), text)
                .problem();
    }
}
