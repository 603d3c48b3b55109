package io.lamplink.tour.seed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The seed's handshakes to the byte, and which handshakes of others it takes. */
final class SeedHandshake {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private SeedHandshake() {}

    static String newKey() {
        byte[] nonce = new byte[16];
        ThreadLocalRandom.current().nextBytes(nonce);
        return Base64.getEncoder().encodeToString(nonce);
    }

    static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] digest =
                    sha1.digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the seed's client sends; {@code more} are fields that it does not. */
    static byte[] request(String host, String key, String... more) {
        StringBuilder head = new StringBuilder("GET / HTTP/1.1\r\n")
                .append("Host: " + host + "\r\n")
                .append("Upgrade: websocket\r\n")
                .append("Connection: Upgrade\r\n")
                .append("Sec-WebSocket-Key: " + key + "\r\n")
                .append("Sec-WebSocket-Version: 13\r\n");
        for (String field : more) {
            head.append(field).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** What the seed's server answers to a request that it takes. */
    static byte[] answer(HttpHead request, ZonedDateTime now) {
        String origin = request.field("Origin");
        return ("HTTP/1.1 101 Switching Protocols\r\n"
                        + "Upgrade: websocket\r\n"
                        + "Connection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(request.field("Sec-WebSocket-Key")) + "\r\n"
                        + "Server: chat server\r\n"
                        + "Access-Control-Allow-Credentials: false\r\n"
                        + "Access-Control-Allow-Methods: GET\r\n"
                        + "Access-Control-Allow-Headers: content-type\r\n"
                        + "Access-Control-Allow-Origin: " + (origin.isEmpty() ? "*" : origin) + "\r\n"
                        + "Date: " + DATE.format(now.withZoneSameInstant(ZoneOffset.UTC)) + "\r\n"
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What the seed's server answers before it closes: nothing for most things it does not take. */
    static String refusalByServer(HttpHead request) {
        boolean wrongVersion = !request.field("Sec-WebSocket-Version").isEmpty();
        return wrongVersion ? "HTTP/1.1 400 Bad Request\r\nSec-WebSocket-Version: 13\r\n\r\n" : "";
    }

    static boolean serverTakes(HttpHead request) {
        return request.firstLine().matches("GET \\S+ HTTP/1\\.1")
                && !request.field("Host").isEmpty()
                && !request.field("Sec-WebSocket-Key").isEmpty()
                && request.field("Sec-WebSocket-Version").equals("13")
                && request.field("Upgrade").toLowerCase(Locale.ROOT).contains("websocket")
                && Arrays.stream(request.field("Connection").split(","))
                        .anyMatch(token -> token.strip().equalsIgnoreCase("upgrade"));
    }

    /** Why the seed's client refuses {@code answer}; nothing if it takes it. */
    static Optional<String> refusalByClient(HttpHead answer, String key) {
        if (!answer.firstLine().matches("HTTP/1\\.1 101( .*)?")) {
            return Optional.of("the status is not 101: " + answer.firstLine());
        }
        if (!answer.field("Upgrade").equalsIgnoreCase("websocket")) {
            return Optional.of("Upgrade is not websocket: " + answer.field("Upgrade"));
        }
        if (!answer.field("Connection").equalsIgnoreCase("Upgrade")) {
            return Optional.of("Connection is not exactly Upgrade: " + answer.field("Connection"));
        }
        if (!answer.field("Sec-WebSocket-Accept").equals(accept(key))) {
            return Optional.of("the accept key is wrong");
        }
        if (!answer.field("Sec-WebSocket-Protocol").isEmpty()) {
            return Optional.of("a sub-protocol was answered that nobody asked for");
        }
        return Optional.empty();
    }
}
