package io.lamplink.server.net;

import static io.lamplink.server.net.HostileCase.State.PULLING;
import static io.lamplink.server.net.HostileCase.State.PUSHING;
import static io.lamplink.server.net.HostileCase.State.READY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Hostile cases made of messages about files: without one, while one comes, and while one goes. */
final class HostileTransfers {
    private static final String DIGEST = "0".repeat(64);
    private static final String HEADER =
            "{\"type\":\"FILE_HEADER\",\"transferId\":\"ID\",\"name\":\"%s\",\"size\":%s,\"chunkSize\":%s}";

    private final List<HostileCase> rows = new ArrayList<>();

    static List<HostileCase> all() {
        HostileTransfers cases = new HostileTransfers();
        cases.numbers();
        cases.offers();
        cases.unknown();
        cases.chunks();
        cases.beyondNumbers();
        cases.folders();
        cases.whileOneComes();
        cases.whileOneGoes();
        return cases.rows;
    }

    private void numbers() {
        for (String size : List.of(
                "-1",
                "1.5",
                "1e3",
                "\"1\"",
                "9223372036854775808",
                "0x10",
                "01",
                "null",
                "[]",
                "true",
                "1".repeat(65))) {
            row(READY, "a size of " + size, 4400, HEADER.formatted("x", size, "1"));
        }
        for (String chunkSize : List.of("0", "-1", "1048577")) {
            row(READY, "a chunk size of " + chunkSize, 4400, HEADER.formatted("x", "1", chunkSize));
        }
        row(
                READY,
                "a negative offset",
                4400,
                "{\"type\":\"FILE_ACK\",\"transferId\":\"ID\",\"accepted\":true,\"offset\":-1}");
        row(READY, "a negative count", 4400, "{\"type\":\"FILE_CHUNK_ACK\",\"transferId\":\"ID\",\"written\":-1}");
        row(READY, "a digest of 63 digits", 4400, verified("0".repeat(63)));
        row(READY, "a digest of no digits", 4400, verified("g".repeat(64)));
        row(READY, "a transfer without id", 4400, "{\"type\":\"FILE_RESUME\"}");
    }

    private void offers() {
        row(READY, "a name of 1025 characters", 4400, HEADER.formatted("x".repeat(1025), "1", "1"));
        for (String name : List.of(
                "../../../etc/passwd",
                "..",
                "",
                "/etc/passwd",
                "C:\\\\Windows\\\\x",
                "CON",
                "a\\u0000b",
                "a\\r\\nb",
                "\\u202egnp.exe",
                "\\ud800",
                "x".repeat(1024))) {
            rows.add(HostileCase.answer(
                    READY,
                    "a file called " + name.substring(0, Math.min(20, name.length())),
                    "\"accepted\":true",
                    client -> client.text(HEADER.formatted(name, "10", "10"))));
        }
        rows.add(HostileCase.answer(
                READY,
                "a file larger than any disk",
                "\"reason\":\"disk-full\"",
                client -> client.text(HEADER.formatted("x", Long.toString(Long.MAX_VALUE), "1"))));
        rows.add(HostileCase.answer(READY, "65 files at once", "\"reason\":\"busy\"", client -> {
            for (int i = 0; i < 65; i++) {
                client.text(HEADER.replace("ID", new UUID(7, i).toString()).formatted("x", "10", "10"));
            }
        }));
        rows.add(HostileCase.answer(
                PUSHING,
                "the same offer again",
                "bad-message",
                client -> client.text(HEADER.formatted("x", "10", "10"))));
    }

    private void unknown() {
        alive(
                READY,
                "FILE_ACK for nothing",
                "{\"type\":\"FILE_ACK\",\"transferId\":\"ID\",\"accepted\":true,\"offset\":5}");
        alive(
                READY,
                "a refusal of nothing",
                "{\"type\":\"FILE_ACK\",\"transferId\":\"ID\",\"accepted\":false,\"reason\":\"?\"}");
        alive(READY, "FILE_CHUNK_ACK for nothing", "{\"type\":\"FILE_CHUNK_ACK\",\"transferId\":\"ID\",\"written\":9}");
        alive(READY, "FILE_VERIFIED for nothing", verified(DIGEST));
        alive(
                READY,
                "FILE_CANCEL for nothing",
                "{\"type\":\"FILE_CANCEL\",\"transferId\":\"ID\",\"reason\":\"nonsense\"}");
        alive(READY, "FILE_PAUSE for nothing", "{\"type\":\"FILE_PAUSE\",\"transferId\":\"ID\",\"reason\":\"paused\"}");
        alive(READY, "FILE_RESUME for nothing", "{\"type\":\"FILE_RESUME\",\"transferId\":\"ID\"}");
        rows.add(HostileCase.answer(
                READY, "FILE_COMPLETE for nothing", "unknown-transfer", client -> client.text(complete(0, DIGEST))));
        rows.add(HostileCase.answer(READY, "a chunk of nothing", "unknown-transfer", client -> client.chunk(0, 5)));
        rows.add(HostileCase.alive(READY, "two chunks of nothing", client -> {
            client.chunk(0, 5);
            client.chunk(Long.MAX_VALUE - 5, 5);
        }));
    }

    private void chunks() {
        rows.add(HostileCase.row(READY, "a chunk of one byte", 4400, client -> client.binary(new byte[] {1})));
        rows.add(HostileCase.row(
                READY, "a chunk cut in its head", 4400, client -> client.binary(Arrays.copyOf(new byte[] {1}, 24))));
        rows.add(HostileCase.row(READY, "a chunk without data", 4400, client -> client.chunk(0, 0)));
        rows.add(HostileCase.row(READY, "a chunk over 1 MiB", 4400, client -> client.chunk(0, 1_048_577)));
        rows.add(HostileCase.row(READY, "a chunk at a negative offset", 4400, client -> client.chunk(-1, 5)));
        rows.add(HostileCase.row(
                READY, "a chunk at the lowest offset", 4400, client -> client.chunk(Long.MIN_VALUE, 5)));
    }

    private void beyondNumbers() {
        rows.add(HostileCase.row(
                READY, "a chunk that ends beyond all numbers", 4400, client -> client.chunk(Long.MAX_VALUE - 3, 5)));
    }

    private void folders() {
        row(
                READY,
                "a folder of 100,001 files",
                4400,
                "{\"type\":\"FOLDER_HEADER\",\"transferId\":\"ID\",\"name\":\"x\",\"files\":100001,\"size\":1}");
        row(
                READY,
                "41 paths",
                4400,
                "{\"type\":\"FOLDER_PATHS\",\"transferId\":\"ID\",\"paths\":[" + "\"a\",".repeat(40) + "\"b\"]}");
        alive(READY, "paths of no folder", "{\"type\":\"FOLDER_PATHS\",\"transferId\":\"ID\",\"paths\":[\"../..\"]}");
        alive(READY, "the end of no folder", "{\"type\":\"FOLDER_COMPLETE\",\"transferId\":\"ID\"}");
        alive(READY, "FOLDER_VERIFIED for nothing", "{\"type\":\"FOLDER_VERIFIED\",\"transferId\":\"ID\"}");
        rows.add(HostileCase.answer(
                READY,
                "a file in no folder",
                "bad-message",
                client -> client.text(HEADER.formatted("x", "10", "10")
                        .replace("}", ",\"folder\":\"" + new UUID(9, 9) + "\",\"path\":\"\"}"))));
        rows.add(HostileCase.answer(READY, "a folder within itself", "bad-message", client -> {
            client.text("{\"type\":\"FOLDER_HEADER\",\"transferId\":\"ID\",\"name\":\"x\",\"files\":1,\"size\":1}");
            client.text("{\"type\":\"FOLDER_HEADER\",\"transferId\":\"ID\",\"name\":\"x\",\"files\":1,\"size\":1}");
        }));
        rows.add(HostileCase.answer(READY, "paths that climb", "\"accepted\":true", client -> {
            client.text("{\"type\":\"FOLDER_HEADER\",\"transferId\":\"ID\",\"name\":\"..\",\"files\":1,\"size\":1}");
            client.text(
                    "{\"type\":\"FOLDER_PATHS\",\"transferId\":\"ID\",\"paths\":[\"../../x\",\"/\",\"\",\"a//b\"]}");
        }));
    }

    private void whileOneComes() {
        rows.add(HostileCase.answer(PUSHING, "a chunk beyond the end", "beyond-size", client -> client.chunk(0, 11)));
        rows.add(
                HostileCase.answer(PUSHING, "a chunk that leaves a gap", "out-of-order", client -> client.chunk(5, 5)));
        rows.add(HostileCase.answer(PUSHING, "a chunk twice", "out-of-order", client -> {
            client.chunk(0, 5);
            client.chunk(0, 5);
        }));
        rows.add(HostileCase.answer(
                PUSHING, "the end before all bytes", "bad-message", client -> client.text(complete(10, DIGEST))));
        rows.add(HostileCase.answer(PUSHING, "the end with another size", "bad-message", client -> {
            client.chunk(0, 10);
            client.text(complete(11, DIGEST));
        }));
        rows.add(HostileCase.answer(PUSHING, "a wrong digest", "digest-mismatch", client -> {
            client.chunk(0, 10);
            client.text(complete(10, DIGEST));
        }));
        alive(
                PUSHING,
                "FILE_ACK for what comes",
                "{\"type\":\"FILE_ACK\",\"transferId\":\"ID\",\"accepted\":true,\"offset\":0}");
        alive(PUSHING, "FILE_VERIFIED for what comes", verified(DIGEST));
        rows.add(HostileCase.alive(PUSHING, "a chunk behind FILE_CANCEL", client -> {
            client.text("{\"type\":\"FILE_CANCEL\",\"transferId\":\"ID\",\"reason\":\"cancelled\"}");
            client.chunk(0, 5);
        }));
        rows.add(HostileCase.row(
                PUSHING,
                "a good close while a file comes",
                1000,
                client -> client.raw().sendFrame(RawClient.FIN | RawClient.CLOSE, new byte[] {3, (byte) 0xE8})));
        rows.add(HostileCase.cut(
                PUSHING, "an end while a file comes", client -> client.raw().endOutput()));
        rows.add(HostileCase.gone(
                PUSHING, "a reset while a file comes", client -> client.raw().reset()));
    }

    private void whileOneGoes() {
        rows.add(HostileCase.answer(
                PULLING,
                "an acknowledgement of too much",
                "bad-message",
                client -> client.text("{\"type\":\"FILE_CHUNK_ACK\",\"transferId\":\"ID\",\"written\":9000000000}")));
        rows.add(HostileCase.answer(
                PULLING, "verified too early", "bad-message", client -> client.text(verified(DIGEST))));
        alive(
                PULLING,
                "a second FILE_ACK",
                "{\"type\":\"FILE_ACK\",\"transferId\":\"ID\",\"accepted\":true,\"offset\":7}");
        alive(
                PULLING,
                "a refusal after the first chunk",
                "{\"type\":\"FILE_ACK\",\"transferId\":\"ID\",\"accepted\":false,\"reason\":\"declined\"}");
        rows.add(HostileCase.alive(PULLING, "chunks of the server's own file", client -> client.chunk(0, 5)));
        rows.add(HostileCase.row(PULLING, "rubbish while a file goes", 4400, client -> client.text("rubbish")));
        rows.add(HostileCase.row(
                PULLING,
                "a good close while a file goes",
                1001,
                client -> client.raw().sendFrame(RawClient.FIN | RawClient.CLOSE, new byte[] {3, (byte) 0xE9})));
        rows.add(HostileCase.gone(
                PULLING, "a reset while a file goes", client -> client.raw().reset()));
    }

    private static String verified(String digest) {
        return "{\"type\":\"FILE_VERIFIED\",\"transferId\":\"ID\",\"sha256\":\"" + digest + "\"}";
    }

    private static String complete(long size, String digest) {
        return "{\"type\":\"FILE_COMPLETE\",\"transferId\":\"ID\",\"size\":" + size + ",\"sha256\":\"" + digest + "\"}";
    }

    private void row(HostileCase.State state, String name, int code, String text) {
        rows.add(HostileCase.row(state, name, code, client -> client.text(text)));
    }

    private void alive(HostileCase.State state, String name, String text) {
        rows.add(HostileCase.alive(state, name, client -> client.text(text)));
    }
}
