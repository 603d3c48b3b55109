package io.lamplink.common.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.protocol.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** The JSON of docs/protocol.md, letter by letter, in both directions. */
final class LamplinkDialectGoldenTest {
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final UUID OTHER_ID = UUID.fromString("7d444840-9dc0-41d1-b245-5ffdce74fad2");
    private static final String T = "\"transferId\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"";
    private static final Instant TIME = Instant.parse("2026-11-22T18:09:53.250Z");
    private static final String HEX = "65a260b2b9b4e3bfaaed3240e443007a0ea8adff01635941d73b6bbab07033ce";
    private static final Sha256 DIGEST = Sha256.ofHex(HEX);

    @SuppressWarnings("unused") // by FieldSource
    private static final List<Arguments> MESSAGES = List.of(
            Arguments.of(
                    new Message.Hello("Desk 3", "0.1.0", Set.of("resume", "files")),
                    "{\"type\":\"HELLO\",\"name\":\"Desk 3\",\"version\":\"0.1.0\",\"capabilities\":[\"files\",\"resume\"]}"),
            Arguments.of(
                    new Message.Hello("", "", Set.of("folders"), OTHER_ID),
                    "{\"type\":\"HELLO\",\"name\":\"\",\"version\":\"\",\"capabilities\":[\"folders\"],"
                            + "\"identity\":\"7d444840-9dc0-41d1-b245-5ffdce74fad2\"}"),
            Arguments.of(
                    new Message.Chat(ID, "你好\n\"hi\" \uD83D\uDE00", TIME),
                    "{\"type\":\"CHAT\",\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\","
                            + "\"text\":\"你好\\n\\\"hi\\\" \uD83D\uDE00\",\"time\":\"2026-11-22T18:09:53.250Z\"}"),
            Arguments.of(
                    new Message.Chat(ID, "hi", TIME, "Ann (2)", true, true),
                    "{\"type\":\"CHAT\",\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"text\":\"hi\","
                            + "\"time\":\"2026-11-22T18:09:53.250Z\",\"from\":\"Ann (2)\",\"earlier\":true,"
                            + "\"direct\":true}"),
            Arguments.of(
                    new Message.Chat(ID, "hi", TIME, "", false, true),
                    "{\"type\":\"CHAT\",\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"text\":\"hi\","
                            + "\"time\":\"2026-11-22T18:09:53.250Z\",\"direct\":true}"),
            Arguments.of(
                    new Message.Room("Ann (2)", List.of("Ann", "美"), List.of("Bob"), List.of("Bob", "Tom \"x\"")),
                    "{\"type\":\"ROOM\",\"you\":\"Ann (2)\",\"here\":[\"Ann\",\"美\"],\"left\":[\"Bob\"],"
                            + "\"joined\":[\"Bob\",\"Tom \\\"x\\\"\"]}"),
            Arguments.of(new Message.Room("", List.of(), List.of(), List.of()), "{\"type\":\"ROOM\"}"),
            Arguments.of(new Message.Typing("", true), "{\"type\":\"TYPING\",\"on\":true}"),
            Arguments.of(
                    new Message.Typing("Ann (2)", false), "{\"type\":\"TYPING\",\"on\":false,\"from\":\"Ann (2)\"}"),
            Arguments.of(
                    new Message.ChatAck(ID), "{\"type\":\"CHAT_ACK\",\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"}"),
            Arguments.of(
                    new Message.FileHeader(ID, "测试.bin", 150_000, TIME, 262_144),
                    "{\"type\":\"FILE_HEADER\"," + T + ",\"name\":\"测试.bin\",\"size\":150000,"
                            + "\"modified\":\"2026-11-22T18:09:53.250Z\",\"chunkSize\":262144}"),
            Arguments.of(
                    new Message.FileHeader(ID, "", Long.MAX_VALUE, null, 1),
                    "{\"type\":\"FILE_HEADER\"," + T + ",\"name\":\"\",\"size\":9223372036854775807,\"chunkSize\":1}"),
            Arguments.of(
                    new Message.FileHeader(ID, "a", 1, null, 1, new Message.Place(OTHER_ID, "照片/2026")),
                    "{\"type\":\"FILE_HEADER\"," + T + ",\"name\":\"a\",\"size\":1,\"chunkSize\":1,"
                            + "\"folder\":\"7d444840-9dc0-41d1-b245-5ffdce74fad2\",\"path\":\"照片/2026\"}"),
            Arguments.of(
                    new Message.FileHeader(ID, "a", 1, null, 1, new Message.Place(OTHER_ID, "")),
                    "{\"type\":\"FILE_HEADER\"," + T + ",\"name\":\"a\",\"size\":1,\"chunkSize\":1,"
                            + "\"folder\":\"7d444840-9dc0-41d1-b245-5ffdce74fad2\",\"path\":\"\"}"),
            Arguments.of(
                    new Message.FileAck(ID, 65_536, DIGEST),
                    "{\"type\":\"FILE_ACK\"," + T + ",\"accepted\":true,\"offset\":65536,\"sha256\":\"" + HEX + "\"}"),
            Arguments.of(
                    new Message.FileAck(ID, 65_536),
                    "{\"type\":\"FILE_ACK\"," + T + ",\"accepted\":true,\"offset\":65536}"),
            Arguments.of(
                    new Message.FileRefused(ID, FailureReason.DISK_FULL, "The disk has 3 MB left."),
                    "{\"type\":\"FILE_ACK\"," + T
                            + ",\"accepted\":false,\"reason\":\"disk-full\",\"detail\":\"The disk has 3 MB left.\"}"),
            Arguments.of(
                    new Message.FileChunkAck(ID, 4_500_000_000L),
                    "{\"type\":\"FILE_CHUNK_ACK\"," + T + ",\"written\":4500000000}"),
            Arguments.of(
                    new Message.FileComplete(ID, 150_000, DIGEST),
                    "{\"type\":\"FILE_COMPLETE\"," + T + ",\"size\":150000,\"sha256\":\"" + HEX + "\"}"),
            Arguments.of(
                    new Message.FileVerified(ID, DIGEST),
                    "{\"type\":\"FILE_VERIFIED\"," + T + ",\"sha256\":\"" + HEX + "\"}"),
            Arguments.of(
                    new Message.FilePause(ID, FailureReason.PAUSED, ""),
                    "{\"type\":\"FILE_PAUSE\"," + T + ",\"reason\":\"paused\",\"detail\":\"\"}"),
            Arguments.of(
                    new Message.FilePause(ID, FailureReason.DISK_FULL, "磁盘已满"),
                    "{\"type\":\"FILE_PAUSE\"," + T + ",\"reason\":\"disk-full\",\"detail\":\"磁盘已满\"}"),
            Arguments.of(new Message.FileResume(ID), "{\"type\":\"FILE_RESUME\"," + T + "}"),
            Arguments.of(
                    new Message.FolderHeader(ID, "旅行", 3, 4_500_000_000L),
                    "{\"type\":\"FOLDER_HEADER\"," + T + ",\"name\":\"旅行\",\"files\":3,\"size\":4500000000}"),
            Arguments.of(
                    new Message.FolderHeader(ID, "", 0, 0),
                    "{\"type\":\"FOLDER_HEADER\"," + T + ",\"name\":\"\",\"files\":0,\"size\":0}"),
            Arguments.of(
                    new Message.FolderPaths(ID, List.of("照片/2025", "b\"c", "照片/2025")),
                    "{\"type\":\"FOLDER_PATHS\"," + T + ",\"paths\":[\"照片/2025\",\"b\\\"c\",\"照片/2025\"]}"),
            Arguments.of(new Message.FolderPaths(ID, List.of()), "{\"type\":\"FOLDER_PATHS\"," + T + ",\"paths\":[]}"),
            Arguments.of(new Message.PinAsked(ID), "{\"type\":\"PIN_ASKED\",\"id\":\"" + ID + "\"}"),
            Arguments.of(
                    new Message.PinShare("04" + HEX + HEX),
                    "{\"type\":\"PIN_SHARE\",\"share\":\"04" + HEX + HEX + "\"}"),
            Arguments.of(new Message.PinProof(HEX), "{\"type\":\"PIN_PROOF\",\"proof\":\"" + HEX + "\"}"),
            Arguments.of(
                    new Message.PinRefused(PinRefusal.WRONG, 4),
                    "{\"type\":\"PIN_REFUSED\",\"reason\":\"wrong\",\"seconds\":4}"),
            Arguments.of(
                    new Message.PinRefused(PinRefusal.WAIT, 86_400),
                    "{\"type\":\"PIN_REFUSED\",\"reason\":\"wait\",\"seconds\":86400}"),
            Arguments.of(
                    new Message.PinRefused(PinRefusal.BUSY, 0),
                    "{\"type\":\"PIN_REFUSED\",\"reason\":\"busy\",\"seconds\":0}"),
            Arguments.of(new Message.FolderComplete(ID), "{\"type\":\"FOLDER_COMPLETE\"," + T + "}"),
            Arguments.of(new Message.FolderVerified(ID), "{\"type\":\"FOLDER_VERIFIED\"," + T + "}"),
            Arguments.of(
                    new Message.FileCancel(ID, FailureReason.CANCELLED, ""),
                    "{\"type\":\"FILE_CANCEL\"," + T + ",\"reason\":\"cancelled\",\"detail\":\"\"}"));

    private final Dialect dialect = new LamplinkDialect();

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void aMessageIsWrittenLetterByLetter(Message message, String json) {
        assertEquals(List.of(new Frame.Text(json)), dialect.encode(message));
    }

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void theSameLettersAreReadAsTheMessage(Message message, String json) throws MalformedFrameException {
        assertEquals(List.of(message), dialect.decode(new Frame.Text(json)));
    }

    @Test
    void aRequestByPathHasNoWordOnThisWire() {
        assertEquals(List.of(), dialect.encode(new Message.FileRequest("/etc/passwd")));
    }

    @Test
    void orderSpacesUnknownFieldsAndNullChangeNothing() throws MalformedFrameException {
        String json = """
                { "detail" : null, "later" : {"a":[1,{"b":[]}],"c":1e999}, "offset" : 7, "more":[true, -0.5],
                  "accepted" : true, "reason":null, "big":123456789012345678901234567890,
                  "transferId" : "0F8FAD5B-D9CB-469F-A165-70867728950E", "type" : "FILE_ACK" }
                """;
        assertEquals(List.of(new Message.FileAck(ID, 7)), dialect.decode(new Frame.Text(json)));
    }

    @Test
    void aModifiedTimeOfNullIsAsGoodAsNone() throws MalformedFrameException {
        String json =
                "{\"type\":\"FILE_HEADER\"," + T + ",\"name\":\"a\",\"size\":0,\"modified\":null,\"chunkSize\":9}";
        assertEquals(List.of(new Message.FileHeader(ID, "a", 0, null, 9)), dialect.decode(new Frame.Text(json)));
    }

    @Test
    void anIdentityOfNullIsAsGoodAsNone() throws MalformedFrameException {
        String json = "{\"type\":\"HELLO\",\"name\":\"\",\"version\":\"\",\"capabilities\":[],\"identity\":null}";
        assertEquals(List.of(new Message.Hello("", "", Set.of())), dialect.decode(new Frame.Text(json)));
    }

    @Test
    void aFileBelongsToAFolderOnlyIfOneIsNamed() throws MalformedFrameException {
        for (String place :
                List.of("\"folder\":null,\"path\":\"a/b\"", "\"path\":7", "\"folder\":null,\"path\":null")) {
            String json =
                    "{\"type\":\"FILE_HEADER\"," + T + ",\"name\":\"a\",\"size\":0,\"chunkSize\":9," + place + "}";
            assertEquals(List.of(new Message.FileHeader(ID, "a", 0, null, 9)), dialect.decode(new Frame.Text(json)));
        }
    }

    @Test
    void anAcknowledgedBeginningWithADigestOfNullHasNone() throws MalformedFrameException {
        String json = "{\"type\":\"FILE_ACK\"," + T + ",\"accepted\":true,\"offset\":7,\"sha256\":null}";
        assertEquals(List.of(new Message.FileAck(ID, 7)), dialect.decode(new Frame.Text(json)));
    }

    @Test
    void aPauseNeedsNoDetail() throws MalformedFrameException {
        String json = "{\"type\":\"FILE_PAUSE\"," + T + ",\"reason\":\"moon-phase\",\"detail\":null}";
        assertEquals(List.of(new Message.FilePause(ID, FailureReason.OTHER, "")), dialect.decode(new Frame.Text(json)));
    }

    @Test
    void aReasonOfALaterVersionIsReadAsOther() throws MalformedFrameException {
        String json = "{\"type\":\"FILE_CANCEL\"," + T + ",\"reason\":\"moon-phase\"}";
        assertEquals(
                List.of(new Message.FileCancel(ID, FailureReason.OTHER, "")), dialect.decode(new Frame.Text(json)));
    }

    @Test
    void everyReasonHasItsTokenOnTheWire() throws MalformedFrameException {
        for (FailureReason reason : FailureReason.values()) {
            Frame frame = dialect.encode(new Message.FileCancel(ID, reason, "")).getFirst();
            assertEquals(
                    "{\"type\":\"FILE_CANCEL\"," + T + ",\"reason\":\"" + reason.token() + "\",\"detail\":\"\"}",
                    ((Frame.Text) frame).text());
            assertEquals(List.of(new Message.FileCancel(ID, reason, "")), dialect.decode(frame));
        }
    }

    @Test
    void digestsMayBeInCapitals() throws MalformedFrameException {
        String json =
                "{\"type\":\"FILE_VERIFIED\"," + T + ",\"sha256\":\"" + HEX.toUpperCase(java.util.Locale.ROOT) + "\"}";
        assertEquals(List.of(new Message.FileVerified(ID, DIGEST)), dialect.decode(new Frame.Text(json)));
    }

    @Test
    void surrogatesWithoutPartnerAreReplacedInBothDirections() throws MalformedFrameException {
        String json =
                "{\"type\":\"CHAT\",\"id\":\"" + ID + "\",\"text\":\"a\\ud83db\",\"time\":\"2026-11-22T18:09:53Z\"}";
        Message.Chat read = (Message.Chat) dialect.decode(new Frame.Text(json)).getFirst();
        assertEquals("a\uFFFDb", read.text());

        Frame written = dialect.encode(new Message.Chat(ID, "a" + (char) 0xD83D + "b", TIME))
                .getFirst();
        assertEquals(
                "{\"type\":\"CHAT\",\"id\":\"" + ID + "\",\"text\":\"a\uFFFDb\",\"time\":\"2026-11-22T18:09:53.250Z\"}",
                ((Frame.Text) written).text());
    }

    @Test
    void itsTraitsAreThoseOfAFullWire() {
        assertEquals("lamplink.v1", dialect.traits().name());
        assertEquals(512 * 1024, dialect.traits().chunkBytes());
        assertEquals(4, dialect.traits().outgoingAtOnce());
        assertEquals(64 * 1024, dialect.traits().eagerBytes());
        assertEquals(true, dialect.traits().resumes());
    }
}
