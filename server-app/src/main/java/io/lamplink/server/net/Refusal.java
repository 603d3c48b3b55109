package io.lamplink.server.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Why a request is not taken for a WebSocket, and the HTTP answer that says so before the connection is closed. */
enum Refusal {
    /** Not HTTP at all: nothing that could be said would be understood. */
    NOT_HTTP("", ""),
    /** A line that is no field, or a field that must be there is missing. */
    BAD_REQUEST("400 Bad Request", "This is not a WebSocket request."),
    /** Only browsers send an Origin: any web page could drive the program through them. */
    ORIGIN("403 Forbidden", "Web pages may not connect to Lamplink."),
    /** The request was meant for another machine, or a web page has its own name point to this one. */
    HOST(
            "421 Misdirected Request",
            "This Lamplink server does not know the name by which it was called. Connect to one of its addresses, or start"
                    + " it with --allow-host and that name."),
    /** Everybody between could read along, and the server's user has not allowed that. A client knows it by these words. */
    UNENCRYPTED(
            "403 Encryption Required",
            "This Lamplink server takes encrypted connections only (wss). Its user can allow unencrypted clients."),
    METHOD("405 Method Not Allowed", "This is a Lamplink server. Only GET leads to a WebSocket."),
    /** Somebody opened the address in a browser, or speaks another version of WebSocket. */
    NO_UPGRADE("426 Upgrade Required", "This is a Lamplink server. Connect to it with Lamplink."),
    HEAD_TOO_LARGE("431 Request Header Fields Too Large", "The request is too long."),
    /** Too many connections from the same address. */
    CROWD("429 Too Many Requests", "Your address has too many connections to this Lamplink server. Close some first."),
    FULL("503 Service Unavailable", "This Lamplink server has too many connections. Try again later.");

    private final String status;
    private final String sentence;

    Refusal(String status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** The bytes of the answer; none for {@link #NOT_HTTP}. */
    ByteBuffer answer() {
        return ByteBuffer.wrap((this == NOT_HTTP ? "" : text()).getBytes(StandardCharsets.US_ASCII));
    }

    private String text() {
        String asked = this == NO_UPGRADE ? "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" : "";
        return "HTTP/1.1 " + status + "\r\nServer: Lamplink\r\nConnection: close\r\n" + asked
                + "Content-Type: text/plain\r\nContent-Length: " + (sentence.length() + 1) + "\r\n\r\n"
                + sentence + "\n";
    }
}
