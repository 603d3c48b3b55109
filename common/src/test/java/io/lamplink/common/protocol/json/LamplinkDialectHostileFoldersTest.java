package io.lamplink.common.protocol.json;

import static io.lamplink.common.protocol.ProtocolLimits.MAX_DETAIL_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FILE_NAME_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FOLDER_FILES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_PATHS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile or broken peer may put into the messages of folders, pauses and resuming. */
final class LamplinkDialectHostileFoldersTest {
    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final String TRANSFER = "\"transferId\":\"" + ID + "\"";
    private static final String HEX = "65a260b2b9b4e3bfaaed3240e443007a0ea8adff01635941d73b6bbab07033ce";

    private final LamplinkDialect dialect = new LamplinkDialect();

    /** A message with a hole for one field: what may stand there, and what closes the link. */
    record Field(String key, String message, List<String> good, List<String> bad) {
        Frame with(String value) {
            return new Frame.Text(message.replace("?", "\"" + key + "\":" + value));
        }

        Frame without() {
            return new Frame.Text(message.replace(",?", ""));
        }

        @Override
        public String toString() {
            return message;
        }
    }

    private static final List<String> NOT_A_TEXT = List.of("7", "true", "[]", "[\"a\"]", "{}");
    private static final List<String> NOT_AN_ID = with(
            NOT_A_TEXT,
            "\"\"",
            "\"1-1-1-1-1\"",
            "\"{" + ID + "}\"",
            "\"" + ID + "0\"",
            "\"" + ID.replace('0', 'g') + "\"");
    private static final List<String> NOT_A_COUNT =
            List.of("-1", "1.0", "1e2", "1e999", "\"1\"", "true", "[1]", "{}", "9223372036854775808");
    private static final List<String> NOT_A_DIGEST = with(
            NOT_A_TEXT,
            "\"\"",
            "\"" + HEX + "0\"",
            "\"" + HEX.substring(1) + "\"",
            "\"" + HEX.replace('a', 'x') + "\"");
    private static final List<String> NOT_A_NAME = with(NOT_A_TEXT, quoted("a", MAX_FILE_NAME_CHARS + 1));
    private static final List<String> NAMES =
            List.of("\"\"", "\"../..\"", "\"\\u0000\"", quoted("水", MAX_FILE_NAME_CHARS));

    /** Fields without which the message makes no sense. */
    @SuppressWarnings("unused") // by FieldSource
    private static final List<Field> NEEDED = Stream.concat(
                    Stream.of("FILE_RESUME", "FOLDER_COMPLETE", "FOLDER_VERIFIED")
                            .map(type -> id("{\"type\":\"" + type + "\",?}")),
                    Stream.of(
                            id("{\"type\":\"FILE_PAUSE\",?,\"reason\":\"paused\"}"),
                            id("{\"type\":\"FOLDER_HEADER\",?,\"name\":\"\",\"files\":0,\"size\":0}"),
                            id("{\"type\":\"FOLDER_PATHS\",?,\"paths\":[]}"),
                            new Field(
                                    "reason",
                                    "{\"type\":\"FILE_PAUSE\"," + TRANSFER + ",?}",
                                    List.of("\"paused\"", "\"\"", "\"later\"", quoted("r", 64)),
                                    with(NOT_A_TEXT, quoted("r", 65))),
                            new Field("name", folder("?,\"files\":0,\"size\":0"), NAMES, NOT_A_NAME),
                            new Field(
                                    "files",
                                    folder("\"name\":\"\",?,\"size\":0"),
                                    List.of("0", "100000"),
                                    with(NOT_A_COUNT, "100001", "4294967296", "9223372036854775807")),
                            new Field(
                                    "size",
                                    folder("\"name\":\"\",\"files\":0,?"),
                                    List.of("0", "9223372036854775807"),
                                    NOT_A_COUNT),
                            new Field(
                                    "paths",
                                    "{\"type\":\"FOLDER_PATHS\"," + TRANSFER + ",?}",
                                    List.of(
                                            "[]",
                                            "[\"\",\"\",\"..\"]",
                                            array(MAX_PATHS, quoted("水", MAX_FILE_NAME_CHARS))),
                                    List.of(
                                            "7",
                                            "\"a\"",
                                            "{}",
                                            "[7]",
                                            "[null]",
                                            "[\"a\",null]",
                                            "[[\"a\"]]",
                                            "[{}]",
                                            array(MAX_PATHS + 1, "\"\""),
                                            "[" + quoted("a", MAX_FILE_NAME_CHARS + 1) + "]")),
                            new Field("path", header("\"folder\":\"" + ID + "\",?"), NAMES, NOT_A_NAME)))
            .toList();

    /** Fields that may be missing, but must be right if they are there. */
    @SuppressWarnings("unused") // by FieldSource
    private static final List<Field> OPTIONAL = List.of(
            new Field(
                    "identity",
                    "{\"type\":\"HELLO\",\"name\":\"\",\"version\":\"\",\"capabilities\":[],?}",
                    List.of("\"" + ID + "\"", "\"00000000-0000-0000-0000-000000000000\""),
                    NOT_AN_ID),
            new Field("folder", header("\"path\":\"\",?"), List.of("\"" + ID + "\""), NOT_AN_ID),
            new Field(
                    "sha256",
                    "{\"type\":\"FILE_ACK\"," + TRANSFER + ",\"accepted\":true,\"offset\":1,?}",
                    List.of("\"" + HEX + "\""),
                    NOT_A_DIGEST),
            new Field(
                    "detail",
                    "{\"type\":\"FILE_PAUSE\"," + TRANSFER + ",\"reason\":\"paused\",?}",
                    List.of("\"\"", quoted("d", MAX_DETAIL_CHARS)),
                    with(NOT_A_TEXT, quoted("d", MAX_DETAIL_CHARS + 1))));

    @ParameterizedTest
    @FieldSource({"NEEDED", "OPTIONAL"})
    void aFieldAtItsLimitIsTakenAndAnythingElseClosesTheLink(Field field) throws MalformedFrameException {
        for (String good : field.good) {
            assertEquals(1, dialect.decode(field.with(good)).size(), good);
        }
        field.bad.forEach(bad -> assertCloses(field, field.with(bad)));
    }

    @ParameterizedTest
    @FieldSource("NEEDED")
    void whatIsNeededMayNeitherBeMissingNorNull(Field field) {
        assertCloses(field, field.with("null"));
        assertCloses(field, field.without());
    }

    @ParameterizedTest
    @FieldSource("OPTIONAL")
    void whatIsOptionalMayBeMissingOrNull(Field field) throws MalformedFrameException {
        assertEquals(dialect.decode(field.without()), dialect.decode(field.with("null")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOLDER_ACK", "FOLDER_CANCEL", "FOLDER_PAUSE", "folder_header", "FILE_PAUSE "})
    void aTypeThatNobodyMadeUpIsSkipped(String type) {
        MalformedFrameException failure = assertThrows(
                MalformedFrameException.class,
                () -> dialect.decode(new Frame.Text("{\"type\":\"" + type + "\"," + TRANSFER + "}")));
        assertEquals(Severity.IGNORE, failure.severity());
    }

    @Test
    void pathsAreHandedOnAsTheyAreAndMadeSafeWhereTheyAreUsed() throws MalformedFrameException {
        String json =
                "{\"type\":\"FOLDER_PATHS\"," + TRANSFER + ",\"paths\":[\"../a\",\"/etc\",\"C:\\\\x\",\"\\ud83d\"]}";
        assertEquals(
                List.of(new Message.FolderPaths(UUID.fromString(ID), List.of("../a", "/etc", "C:\\x", "\uFFFD"))),
                dialect.decode(new Frame.Text(json)));
    }

    @Test
    void theLargestFolderFitsIntoAnInt() throws MalformedFrameException {
        Message.FolderHeader header = (Message.FolderHeader)
                dialect.decode(new Frame.Text(folder("\"name\":\"\",\"files\":" + MAX_FOLDER_FILES + ",\"size\":0")))
                        .getFirst();
        assertEquals(MAX_FOLDER_FILES, header.files());
    }

    private void assertCloses(Field field, Frame frame) {
        MalformedFrameException failure =
                assertThrows(MalformedFrameException.class, () -> dialect.decode(frame), frame::toString);
        assertEquals(Severity.CLOSE, failure.severity());
        assertEquals("The JSON field " + field.key + " is missing or not what it should be.", failure.getMessage());
    }

    private static Field id(String message) {
        return new Field(
                "transferId",
                message,
                List.of("\"" + ID + "\"", "\"" + ID.toUpperCase(java.util.Locale.ROOT) + "\""),
                NOT_AN_ID);
    }

    private static String folder(String fields) {
        return "{\"type\":\"FOLDER_HEADER\"," + TRANSFER + "," + fields + "}";
    }

    private static String header(String fields) {
        return "{\"type\":\"FILE_HEADER\"," + TRANSFER + ",\"name\":\"a\",\"size\":0,\"chunkSize\":1," + fields + "}";
    }

    private static String quoted(String part, int times) {
        return "\"" + part.repeat(times) + "\"";
    }

    private static String array(int times, String item) {
        return "[" + (item + ",").repeat(times - 1) + item + "]";
    }

    private static List<String> with(List<String> list, String... more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
