package io.lamplink.server.net;

import static io.lamplink.server.net.HostileCase.State.ASKED;

import io.lamplink.common.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Hostile cases at a server that asks for a PIN, made of what is said instead of proving one, or badly proved. */
final class HostilePins {
    /** A point of the curve, from the examples of RFC 9382. */
    static final String SHARE = "{\"type\":\"PIN_SHARE\",\"share\":\""
            + "04a56fa807caaa53a4d28dbb9853b9815c61a411118a6fe516a8798434751470f9"
            + "010153ac33d0d5f2047ffdb1a3e42c9b4e6be662766e1eeb4116988ede5f912c\"}";

    private static final String PROOF = "{\"type\":\"PIN_PROOF\",\"proof\":\"" + "0".repeat(64) + "\"}";

    private final List<HostileCase> rows = new ArrayList<>();

    static List<HostileCase> all() {
        HostilePins cases = new HostilePins();
        cases.instead();
        cases.shares();
        cases.proofs();
        cases.large();
        cases.silent();
        return cases.rows;
    }

    private void instead() {
        says("HELLO for a PIN", 4401, HostileClient.HELLO);
        says("CHAT for a PIN", 4400, HostileClient.CHAT.formatted(new UUID(1, 1)));
        says(
                "FILE_HEADER for a PIN",
                4400,
                "{\"type\":\"FILE_HEADER\",\"transferId\":\"ID\",\"name\":\"x\",\"size\":1,\"chunkSize\":1}");
        says("ROOM for a PIN", 4400, "{\"type\":\"ROOM\",\"you\":\"server\"}");
        says("an unknown type for a PIN", 4400, "{\"type\":\"LATER\"}");
        says("no JSON for a PIN", 4400, "482913");
        says("PIN_ASKED back", 4400, "{\"type\":\"PIN_ASKED\",\"id\":\"ID\"}");
        says("PIN_REFUSED back", 4400, "{\"type\":\"PIN_REFUSED\",\"reason\":\"wrong\",\"seconds\":1}");
        row("a chunk for a PIN", 4400, client -> client.chunk(0, 5));
        row("an empty binary message for a PIN", 4400, client -> client.binary(new byte[0]));
    }

    private void shares() {
        says("a share that is no point", 4400, share("04" + "0".repeat(128)));
        says("a share beyond the field", 4400, share("04" + "f".repeat(128)));
        says("a share in its short form", 4400, share("02" + "a".repeat(64)));
        says("a share at infinity", 4400, share("00"));
        says("a share that is a number", 4400, "{\"type\":\"PIN_SHARE\",\"share\":4}");
        says("a share twice in one message", 4400, SHARE.replace("}", ",\"share\":\"04\"}"));
        half("a share twice", 4400, SHARE);
        half("HELLO instead of a proof", 4400, HostileClient.HELLO);
        half("CHAT instead of a proof", 4400, HostileClient.CHAT.formatted(new UUID(1, 1)));
    }

    private void proofs() {
        says("a proof without a share", 4400, PROOF);
        half("a wrong proof", 4403, PROOF);
        half("a proof that is too short", 4400, "{\"type\":\"PIN_PROOF\",\"proof\":\"" + "0".repeat(63) + "\"}");
        half("a proof that is null", 4400, "{\"type\":\"PIN_PROOF\",\"proof\":null}");
    }

    /** What a peer may send grows when it is let in, not with its first message. */
    private void large() {
        row(
                "64 KiB and a byte for a PIN",
                1009,
                client -> client.raw().send(HostileFrames.declared(ProtocolLimits.MAX_FIRST_BYTES + 1L)));
        row("64 KiB and a byte after a share", 1009, client -> {
            client.text(SHARE);
            client.raw().send(HostileFrames.declared(ProtocolLimits.MAX_FIRST_BYTES + 1L));
        });
        row("64 KiB and a byte in fragments after a share", 1009, client -> {
            client.text(SHARE);
            client.raw().sendFrame(RawClient.TEXT, new byte[ProtocolLimits.MAX_FIRST_BYTES]);
            client.raw().sendFrame(RawClient.FIN, new byte[1]);
        });
        row("a share of 64 KiB", 4400, client -> client.text(share("04" + "0".repeat(32_000))));
    }

    private void silent() {
        row("slow: no PIN at all", 4401, _ -> {});
        row("slow: a share and no proof", 4401, client -> client.text(SHARE));
        row(
                "a good close for a PIN",
                1000,
                client -> client.raw().sendFrame(RawClient.FIN | RawClient.CLOSE, new byte[] {3, (byte) 0xE8}));
        rows.add(HostileCase.cut(
                ASKED, "an end for a PIN", client -> client.raw().endOutput()));
    }

    private static String share(String digits) {
        return "{\"type\":\"PIN_SHARE\",\"share\":\"" + digits + "\"}";
    }

    private void says(String name, int code, String text) {
        row(name, code, client -> client.text(text));
    }

    private void half(String name, int code, String text) {
        row(name, code, client -> {
            client.text(SHARE);
            client.awaitText("PIN_SHARE");
            client.text(text);
        });
    }

    private void row(String name, int code, HostileCase.Deed deed) {
        rows.add(HostileCase.row(ASKED, name, code, deed));
    }
}
