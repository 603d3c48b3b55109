package io.lamplink.server.net;

import static io.lamplink.server.net.HostileCase.State.GREETING;
import static io.lamplink.server.net.HostileCase.State.QT;
import static io.lamplink.server.net.HostileCase.State.READY;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Hostile cases made of messages that come at the wrong time, or that make no sense: before HELLO, after it, and in Qt. */
final class HostileMessages {
    private static final String TIME = "\"time\":\"2026-11-22T18:09:53Z\"";
    private static final String CAPABILITY = "\"x\",";

    private final List<HostileCase> rows = new ArrayList<>();

    static List<HostileCase> all() {
        HostileMessages cases = new HostileMessages();
        cases.beforeHello();
        cases.hellos();
        cases.json();
        cases.chats();
        cases.floods();
        cases.closing();
        cases.qt();
        return cases.rows;
    }

    private void beforeHello() {
        first("CHAT before HELLO", 4400, HostileClient.CHAT.formatted(new UUID(1, 1)));
        first("CHAT_ACK before HELLO", 4400, "{\"type\":\"CHAT_ACK\",\"id\":\"ID\"}");
        first(
                "FILE_HEADER before HELLO",
                4400,
                "{\"type\":\"FILE_HEADER\",\"transferId\":\"ID\",\"name\":\"x\",\"size\":1,\"chunkSize\":1}");
        first(
                "FILE_CANCEL before HELLO",
                4400,
                "{\"type\":\"FILE_CANCEL\",\"transferId\":\"ID\",\"reason\":\"other\"}");
        first("FOLDER_COMPLETE before HELLO", 4400, "{\"type\":\"FOLDER_COMPLETE\",\"transferId\":\"ID\"}");
        rows.add(HostileCase.row(GREETING, "a chunk before HELLO", 4400, client -> client.chunk(0, 5)));
        rows.add(HostileCase.row(
                GREETING, "an empty binary message before HELLO", 4400, client -> client.binary(new byte[0])));
        rows.add(HostileCase.alive(
                GREETING,
                "HELLO in a binary message",
                client -> client.binary(HostileFrames.utf8(HostileClient.HELLO))));
        rows.add(HostileCase.alive(
                GREETING, "an unknown type before HELLO", client -> client.text("{\"type\":\"LATER\"}")));
        rows.add(HostileCase.row(
                GREETING,
                "a good close before HELLO",
                1000,
                client -> client.raw().sendFrame(RawClient.FIN | RawClient.CLOSE, new byte[] {3, (byte) 0xE8})));
        rows.add(HostileCase.cut(
                GREETING, "an end before HELLO", client -> client.raw().endOutput()));
        rows.add(HostileCase.row(GREETING, "slow: no HELLO at all", 4400, _ -> {}));
    }

    private void hellos() {
        hello("without name", "\"version\":\"0\",\"capabilities\":[]");
        hello("with a number for a name", "\"name\":1,\"version\":\"0\",\"capabilities\":[]");
        hello("with a name of 65 characters", named("x".repeat(65)));
        hello("without capabilities", "\"name\":\"x\",\"version\":\"0\"");
        hello(
                "with 33 capabilities",
                "\"name\":\"x\",\"version\":\"0\",\"capabilities\":[" + CAPABILITY.repeat(32) + "\"y\"]");
        hello(
                "with a long capability",
                "\"name\":\"x\",\"version\":\"0\",\"capabilities\":[\"" + "c".repeat(33) + "\"]");
        hello("with an object for capabilities", "\"name\":\"x\",\"version\":\"0\",\"capabilities\":{}");
        hello("with a bad identity", named("x") + ",\"identity\":\"me\"");
        hello("with a key twice", named("x") + ",\"name\":\"y\"");
        hello("that nests 9 deep", named("x") + ",\"z\":" + "[".repeat(8) + "]".repeat(8));
        hello("of over 1000 tokens", named("x") + ",\"z\":[" + "1,".repeat(1000) + "1]");
        hello("with a key of 129 characters", named("x") + ",\"" + "k".repeat(129) + "\":1");
        hello("with a number of 65 digits", named("x") + ",\"z\":" + "1".repeat(65));
        hello("with NaN", named("x") + ",\"z\":NaN");
        hello("with a comment", named("x") + "/* */");
        hello("with a comma at its end", named("x") + ",");
        hello("with a raw line break in its name", named("a\nb"));
        hello("with a bad escape", named("\\x41"));
        good("a name of nothing visible", named("\\u202e\\u0000\\u200b"));
        good("a name of one lone surrogate", named("\\ud800"));
        good("a name that forges a line", named("x\\r\\nSystem: all is well"));
        good("8 levels and unknown fields", named("x") + ",\"z\":" + "[".repeat(7) + "]".repeat(7));
        rows.add(HostileCase.alive(READY, "a second HELLO", client -> client.text(HostileClient.HELLO)));
    }

    private void json() {
        for (String text : List.of(
                "",
                " ",
                "hello",
                "[]",
                "{}",
                "null",
                "1",
                "\"x\"",
                "{'type':'HELLO'}",
                "{\"type\":1}",
                "{\"type\":\"HELLO\"",
                "{\"type\":\"HELLO\"}}",
                "{\"type\":\"LATER\"} {}",
                "\ufeff{\"type\":\"LATER\"}")) {
            first("the text " + text.replace("\ufeff", "BOM "), 4400, text);
            after("the text " + text.replace("\ufeff", "BOM ") + " after HELLO", 4400, text);
        }
        first("10,000 brackets", 4400, "[".repeat(10_000));
        first("100,000 brackets", 1009, "[".repeat(100_000));
        after("200,000 brackets after HELLO", 4400, "[".repeat(200_000));
        after("300,000 spaces after HELLO", 4400, " ".repeat(300_000));
        ignored("a type that comes later", "{\"type\":\"LATER\",\"x\":[1,2]}");
        rows.add(HostileCase.row(READY, "an empty binary message", 4400, client -> client.binary(new byte[0])));
        rows.add(HostileCase.alive(
                READY, "a kind of binary message that comes later", client -> client.binary(new byte[] {9, 1, 2, 3})));
    }

    private void chats() {
        after("CHAT without id", 4400, "{\"type\":\"CHAT\",\"text\":\"x\"," + TIME + "}");
        after("CHAT with a bad id", 4400, "{\"type\":\"CHAT\",\"id\":\"1\",\"text\":\"x\"," + TIME + "}");
        after("CHAT without text", 4400, "{\"type\":\"CHAT\",\"id\":\"ID\"," + TIME + "}");
        after("CHAT with a list for a text", 4400, "{\"type\":\"CHAT\",\"id\":\"ID\",\"text\":[]," + TIME + "}");
        after(
                "CHAT of 32,769 characters",
                4400,
                "{\"type\":\"CHAT\",\"id\":\"ID\",\"text\":\"" + "x".repeat(32_769) + "\"," + TIME + "}");
        after("CHAT at no time", 4400, "{\"type\":\"CHAT\",\"id\":\"ID\",\"text\":\"x\",\"time\":\"now\"}");
        after(
                "CHAT in the year 10000",
                4400,
                "{\"type\":\"CHAT\",\"id\":\"ID\",\"text\":\"x\",\"time\":\"+10000-01-01T00:00:00Z\"}");
        ignored(
                "CHAT of 32,768 characters without a break",
                "{\"type\":\"CHAT\",\"id\":\"ID\",\"text\":\"" + "x".repeat(32_768) + "\"," + TIME + "}");
        ignored(
                "CHAT of control characters",
                "{\"type\":\"CHAT\",\"id\":\"ID\",\"text\":\"\\u001b[2J\\u0000\\u202e\\ud800\"," + TIME + "}");
        rows.add(HostileCase.alive(READY, "the same CHAT twice", client -> {
            client.text(HostileClient.CHAT.formatted(client.transfer()));
            client.text(HostileClient.CHAT.formatted(client.transfer()));
        }));
        ignored("CHAT_ACK of nothing", "{\"type\":\"CHAT_ACK\",\"id\":\"ID\"}");
    }

    private void floods() {
        flood("CHATs", HostileClient.CHAT.formatted(new UUID(1, 1)));
        flood("messages of unknown type", "{\"type\":\"LATER\",\"what\":\"is not known by this version at all\"}");
        flood("HELLOs", HostileClient.HELLO);
        flood(
                "FILE_CANCELs",
                "{\"type\":\"FILE_CANCEL\",\"transferId\":\"" + new UUID(1, 1) + "\",\"reason\":\"other\"}");
        flood(
                "offers",
                "{\"type\":\"FILE_HEADER\",\"transferId\":\"" + new UUID(1, 2)
                        + "\",\"name\":\"x\",\"size\":10,\"chunkSize\":10}");
        rows.add(HostileCase.flood(
                QT, "texts without end from a Qt peer", HostileFrames.repeated(frame("x".repeat(60)), 1000)));
    }

    private void flood(String name, String text) {
        rows.add(HostileCase.flood(READY, name + " without end", HostileFrames.repeated(frame(text), 1000)));
    }

    private void closing() {
        byte[] close = {(byte) 0x88, 2, 3, (byte) 0xE8};
        for (String text : List.of("{\"type\":\"CHAT_ACK\",\"id\":\"ID\"}", "not JSON", HostileClient.HELLO)) {
            rows.add(HostileCase.row(
                    READY, "after the close: " + text.substring(0, Math.min(16, text.length())), 1000, client -> {
                        client.raw().send(close);
                        client.flood(frame(text), 1);
                    }));
        }
        rows.add(HostileCase.row(READY, "a close and the end", 1000, client -> {
            client.raw().send(close);
            client.raw().endOutput();
        }));
        rows.add(HostileCase.gone(READY, "a close and a reset", client -> {
            client.raw().send(close);
            client.raw().reset();
        }));
        rows.add(HostileCase.cut(
                READY, "an end after HELLO", client -> client.raw().endOutput()));
        rows.add(HostileCase.gone(
                READY, "a reset after HELLO", client -> client.raw().reset()));
    }

    private void qt() {
        binary("an empty message", new byte[0]);
        binary("a length of nothing", new byte[] {-1, -1, -1, -1});
        binary("a length beyond the message", new byte[] {0, 0, 0, 100, 0, 65});
        binary("a length of 2 GiB", new byte[] {0x7f, -1, -1, -2, 0, 65});
        binary("an odd length", new byte[] {0, 0, 0, 3, 0, 65, 0});
        binary("a type that nobody knows", qtType("FILE_LATER"));
        binary("FILE_HEADER without name", qtType("FILE_HEADER"));
        binary("FILE_CHUNK without FILE_HEADER", qtType("FILE_CHUNK"));
        binary("FILE_CHUNK_ACK for nothing", qtType("FILE_CHUNK_ACK"));
        binary("FILE_ACK for nothing", qtType("FILE_ACK"));
        rows.add(HostileCase.alive(QT, "JSON from a peer that chose Qt", client -> client.text(HostileClient.HELLO)));
        rows.add(HostileCase.alive(QT, "a text of 100,000 characters", client -> client.text("x".repeat(100_000))));
    }

    private static byte[] qtType(String type) {
        byte[] letters = type.getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate(4 + letters.length)
                .putInt(letters.length)
                .put(letters)
                .array();
    }

    private static byte[] frame(String text) {
        return RawClient.frame(RawClient.FIN | RawClient.TEXT, HostileFrames.utf8(text));
    }

    private static String named(String name) {
        return "\"name\":\"" + name + "\",\"version\":\"0\",\"capabilities\":[]";
    }

    private void binary(String name, byte[] payload) {
        rows.add(HostileCase.alive(QT, "Qt: " + name, client -> client.binary(payload)));
    }

    private void hello(String name, String fields) {
        first("HELLO " + name, 4400, "{\"type\":\"HELLO\"," + fields + "}");
    }

    /** A HELLO that is taken; the second one, which shows that the link is up, is ignored. */
    private void good(String name, String fields) {
        rows.add(HostileCase.alive(GREETING, name, client -> client.text("{\"type\":\"HELLO\"," + fields + "}")));
    }

    private void first(String name, int code, String text) {
        rows.add(HostileCase.row(GREETING, name, code, client -> client.text(text)));
    }

    private void after(String name, int code, String text) {
        rows.add(HostileCase.row(READY, name, code, client -> client.text(text)));
    }

    private void ignored(String name, String text) {
        rows.add(HostileCase.alive(READY, name, client -> client.text(text)));
    }
}
