package io.lamplink.server.net;

import static io.lamplink.server.net.HostileCase.State.CONNECTED;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Hostile cases before there is a WebSocket. */
final class HostileHandshakes {
    private static final String KEY = "Sec-WebSocket-Key: +x32lpzdErti3Qk2A+RDsg==";
    private static final String HOST = "Host: 127.0.0.1";

    private final List<HostileCase> rows = new ArrayList<>();

    static List<HostileCase> all() {
        HostileHandshakes cases = new HostileHandshakes();
        cases.upgrades();
        cases.names();
        cases.keys();
        cases.requestLines();
        cases.lines();
        cases.sizes();
        cases.otherProtocols();
        cases.timing();
        return cases.rows;
    }

    private void upgrades() {
        swap("version 8", 426, "Version: 13", "Version: 8");
        swap("version 013", 426, "Version: 13", "Version: 013");
        swap("version twice", 426, "Version: 13", "Version: 13\r\nSec-WebSocket-Version: 13");
        swap("no version", 426, "Sec-WebSocket-Version: 13", "X: y");
        swap("no Upgrade", 426, "Upgrade: websocket", "X: y");
        swap("Upgrade to h2c", 426, "Upgrade: websocket", "Upgrade: h2c");
        swap("no Connection", 426, "Connection: Upgrade", "X: y");
        swap("Connection: keep-alive", 426, "Connection: Upgrade", "Connection: keep-alive");
        swap("extensions that nobody speaks", 101, HOST, HOST + "\r\nSec-WebSocket-Extensions: x; y=\"z\"");
        swap("10 KiB of sub-protocols", 101, HOST, HOST + "\r\nSec-WebSocket-Protocol: " + "a,".repeat(5000) + "b");
    }

    private void names() {
        swap("no Host", 400, HOST, "X: y");
        swap("an empty Host", 400, HOST, "Host:");
        swap("Host twice", 400, HOST, HOST + "\r\n" + HOST);
        swap("Host with a user", 400, HOST, "Host: a@127.0.0.1");
        swap("Host with a path", 400, HOST, "Host: 127.0.0.1/x");
        swap("Host with a bad port", 400, HOST, "Host: 127.0.0.1:http");
        swap("another Host", 421, HOST, "Host: evil.example");
        swap("another Host with port", 421, HOST, "Host: evil.example:8080");
        swap("a Host that begins like ours", 421, HOST, "Host: 127.0.0.1.evil.example");
        swap("a Host that begins like localhost", 421, HOST, "Host: localhost.evil.example");
        swap("the address of another machine", 421, HOST, "Host: 198.51.100.7");
        swap("the IPv6 address of another machine", 421, HOST, "Host: [2001:db8::7]");
        swap("an Origin", 403, HOST, HOST + "\r\nOrigin: http://evil.example");
        swap("our own address as Origin", 403, HOST, HOST + "\r\nOrigin: http://127.0.0.1");
        swap("Origin: null", 403, HOST, HOST + "\r\nOrigin: null");
        swap("an empty Origin", 403, HOST, HOST + "\r\nOrigin:");
        swap("Origin twice", 403, HOST, HOST + "\r\nOrigin: http://a\r\norigin: http://b");
    }

    private void keys() {
        swap("no key", 400, KEY, "X: y");
        swap("an empty key", 400, KEY, "Sec-WebSocket-Key:");
        swap("a short key", 400, KEY, "Sec-WebSocket-Key: +x32lpzdErti3Qk2A+RD");
        swap("a key that is not Base64", 400, KEY, "Sec-WebSocket-Key: +x32lpzdErti3Qk2A+RD!!==");
        swap("two keys", 400, KEY, KEY + "\r\n" + KEY);
    }

    private void requestLines() {
        swap("POST", 405, "GET", "POST");
        swap("CONNECT", 405, "GET /", "CONNECT 127.0.0.1:80");
        swap("OPTIONS *", 405, "GET /", "OPTIONS *");
        swap("GET *", 400, "GET /", "GET *");
        swap("a whole URL as target", 400, "GET /", "GET http://127.0.0.1/");
        swap("HTTP/1.0", 400, "HTTP/1.1", "HTTP/1.0");
        refused("HTTP/2.0", RawClient.REQUEST.replace("HTTP/1.1", "HTTP/2.0"));
        refused("HTTP/2 with prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        refused("no version of HTTP", RawClient.REQUEST.replace(" HTTP/1.1", ""));
        refused("a method in lower case", RawClient.REQUEST.replace("GET", "get"));
        refused("two spaces in the request line", RawClient.REQUEST.replace("GET /", "GET  /"));
        refused("an empty line first", "\r\n" + RawClient.REQUEST);
    }

    private void lines() {
        swap("lines that end in LF", 400, "\r\n", "\n");
        swap("lines that end in CR", 400, "\r\n", "\r");
        swap("NUL in a field", 400, HOST, HOST + "\r\nX: \0");
        swap("an escape sequence in a field", 400, HOST, HOST + "\r\nX: \u001b[2J");
        swap("DEL in a field", 400, HOST, HOST + "\r\nX: \u007f");
        swap("a folded line", 400, HOST, HOST + "\r\nX: y\r\n z");
        swap("a space before the colon", 400, HOST, HOST + "\r\nX : y");
        swap("no colon", 400, HOST, HOST + "\r\nX");
        swap("no name before the colon", 400, HOST, HOST + "\r\n: y");
        swap("a space in a name", 400, HOST, HOST + "\r\nX y: z");
        swap("a name that is not ASCII", 400, HOST, HOST + "\r\n\u00fc: y");
        swap("a value that is not ASCII", 101, HOST, HOST + "\r\nX: \u00fc\u00ff");
        swap("a body", 400, HOST, HOST + "\r\nContent-Length: 5");
        swap("a negative body", 400, HOST, HOST + "\r\nContent-Length: -1");
        swap("a body in chunks", 400, HOST, HOST + "\r\nTransfer-Encoding: chunked");
    }

    private void sizes() {
        swap("a field of 17 KiB", 431, HOST, HOST + "\r\nX: " + "y".repeat(17 * 1024));
        swap("a target of 17 KiB", 431, "GET /", "GET /" + "y".repeat(17 * 1024));
        swap("200 fields", 431, HOST, HOST + "\r\nX: y".repeat(200));
        sent("a request line without end", 431, "GET /" + "x".repeat(17 * 1024));
        swap("95 fields", 101, HOST, HOST + "\r\nX: y".repeat(90));
    }

    private void otherProtocols() {
        refused("SSH", "SSH-2.0-OpenSSH_9.9\r\n");
        refused("a redis command", "*1\r\n$4\r\nPING\r\n");
        refused("binary zeros", "\0".repeat(500));
        refused("slow: half a TLS hello", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000");
        refused("rubbish in a TLS record", "\u0016\u0003\u0001\u0000\u0005hello");
        refused("a TLS record that is too long", "\u0016\u0003\u0001\u00ff\u00ff" + "x".repeat(0xFFFF));
        refused("a WebSocket frame", "\u0081\u0002hi");
        rows.add(HostileCase.row(CONNECTED, "a second request behind the first", 1002, client -> {
            client.openQt();
            client.raw().send(RawClient.REQUEST);
        }));
        rows.add(HostileCase.row(CONNECTED, "a bad frame together with the request", 1002, client -> {
            client.raw().send((RawClient.REQUEST + "\u00c1\u0000").getBytes(StandardCharsets.ISO_8859_1));
            client.raw().readHead();
        }));
    }

    private void timing() {
        rows.add(HostileCase.cut(CONNECTED, "slow: not a byte", _ -> {}));
        rows.add(HostileCase.cut(
                CONNECTED, "slow: half a request", client -> client.raw().send("GET / HT")));
        rows.add(HostileCase.cut(
                CONNECTED,
                "slow: everything but the last byte",
                client -> client.raw().send(RawClient.REQUEST.substring(0, RawClient.REQUEST.length() - 1))));
        rows.add(HostileCase.cut(CONNECTED, "slow: one byte after the other", client -> {
            for (int i = 0; i < 1000; i++) {
                client.flood(new byte[] {"GET / HTTP/1.1\r\nX: ".repeat(60).getBytes(StandardCharsets.US_ASCII)[i]}, 1);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(6));
            }
        }));
        rows.add(HostileCase.cut(
                CONNECTED, "an end instead of a request", client -> client.raw().endOutput()));
        rows.add(HostileCase.cut(CONNECTED, "half a request and the end", client -> {
            client.raw().send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n");
            client.raw().endOutput();
        }));
        rows.add(HostileCase.gone(
                CONNECTED, "a reset at once", client -> client.raw().reset()));
        rows.add(HostileCase.gone(CONNECTED, "half a request and a reset", client -> {
            client.raw().send("GET / HTTP/1.1\r\nHost:");
            client.raw().reset();
        }));
        rows.add(HostileCase.gone(CONNECTED, "a request and a reset", client -> {
            client.raw().send(RawClient.REQUEST);
            client.raw().reset();
        }));
    }

    private void swap(String name, int status, String instead, String of) {
        sent(name, status, RawClient.REQUEST.replace(instead, of));
    }

    private void sent(String name, int status, String request) {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        rows.add(HostileCase.row(CONNECTED, name, status, client -> client.flood(bytes, 1)));
    }

    private void refused(String name, String request) {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        rows.add(HostileCase.cut(CONNECTED, name, client -> client.flood(bytes, 1)));
    }
}
