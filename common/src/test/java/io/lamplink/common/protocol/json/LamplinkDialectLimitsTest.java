package io.lamplink.common.protocol.json;

import static io.lamplink.common.protocol.ProtocolLimits.MAX_CAPABILITIES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHAT_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHUNK_BYTES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_DETAIL_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FILE_NAME_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FOLDER_FILES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_JSON_BYTES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_NAME_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_PATHS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_PIN_WAIT_SECONDS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_ROOM_NAMES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.protocol.Sha256;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is sent never breaks a limit that the other side checks. */
final class LamplinkDialectLimitsTest {
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final Instant NOW = Instant.parse("2026-11-22T18:09:53.250Z");
    private static final Sha256 DIGEST = Sha256.ofBytes(new byte[Sha256.BYTES]);

    @SuppressWarnings("unused") // by FieldSource
    private static final List<Message> OVER = List.of(
            new Message.Hello(worst(MAX_NAME_CHARS + 1), "", Set.of()),
            new Message.Hello("", worst(MAX_NAME_CHARS + 1), Set.of()),
            new Message.Hello("", "", Set.of(worst(MAX_CAPABILITIES + 1))),
            new Message.Hello("", "", capabilities(MAX_CAPABILITIES + 1)),
            new Message.Chat(ID, worst(MAX_CHAT_CHARS + 1), NOW),
            new Message.Chat(ID, "", NOW, worst(MAX_NAME_CHARS + 1), false, false),
            new Message.Typing(worst(MAX_NAME_CHARS + 1), true),
            new Message.Room(worst(MAX_NAME_CHARS + 1), List.of(), List.of(), List.of()),
            new Message.Room("", List.of(worst(MAX_NAME_CHARS + 1)), List.of(), List.of()),
            new Message.Room("", List.of(), List.of(), names(MAX_ROOM_NAMES + 1)),
            new Message.Chat(ID, "", Instant.MAX),
            new Message.Chat(ID, "", Instant.MIN),
            new Message.FileHeader(ID, worst(MAX_FILE_NAME_CHARS + 1), 0, null, 1),
            new Message.FileHeader(ID, "", -1, null, 1),
            new Message.FileHeader(ID, "", 0, null, 0),
            new Message.FileHeader(ID, "", 0, null, MAX_CHUNK_BYTES + 1),
            new Message.FileAck(ID, -1),
            new Message.FileRefused(ID, FailureReason.BUSY, worst(MAX_DETAIL_CHARS + 1)),
            new Message.FileCancel(ID, FailureReason.BUSY, worst(MAX_DETAIL_CHARS + 1)),
            new Message.FilePause(ID, FailureReason.BUSY, worst(MAX_DETAIL_CHARS + 1)),
            new Message.FileHeader(ID, "", 0, null, 1, new Message.Place(ID, worst(MAX_FILE_NAME_CHARS + 1))),
            new Message.FolderHeader(ID, worst(MAX_FILE_NAME_CHARS + 1), 0, 0),
            new Message.FolderHeader(ID, "", MAX_FOLDER_FILES + 1, 0),
            new Message.FolderHeader(ID, "", -1, 0),
            new Message.FolderHeader(ID, "", 0, -1),
            new Message.FolderPaths(ID, List.of(worst(MAX_FILE_NAME_CHARS + 1))),
            new Message.FolderPaths(ID, Collections.nCopies(MAX_PATHS + 1, "")),
            new Message.PinRefused(PinRefusal.BUSY, -1),
            new Message.PinRefused(PinRefusal.BUSY, MAX_PIN_WAIT_SECONDS + 1),
            new Message.FileChunkAck(ID, -1),
            new Message.FileComplete(ID, -1, DIGEST),
            new Message.FileComplete(ID, 0, null));

    @SuppressWarnings("unused") // by FieldSource
    private static final List<Message> AT = List.of(
            new Message.Hello(worst(MAX_NAME_CHARS), worst(MAX_NAME_CHARS), capabilities(MAX_CAPABILITIES)),
            new Message.Chat(ID, worst(MAX_CHAT_CHARS), NOW),
            new Message.Chat(ID, worst(MAX_CHAT_CHARS), NOW, worst(MAX_NAME_CHARS), true, true),
            new Message.Typing(worst(MAX_NAME_CHARS), false),
            new Message.Room(
                    worst(MAX_NAME_CHARS), names(MAX_ROOM_NAMES), names(MAX_ROOM_NAMES), names(MAX_ROOM_NAMES)),
            new Message.FileHeader(ID, worst(MAX_FILE_NAME_CHARS), Long.MAX_VALUE, NOW, MAX_CHUNK_BYTES),
            new Message.FileRefused(ID, FailureReason.BUSY, worst(MAX_DETAIL_CHARS)),
            new Message.FileCancel(ID, FailureReason.BUSY, worst(MAX_DETAIL_CHARS)),
            new Message.FilePause(ID, FailureReason.BUSY, worst(MAX_DETAIL_CHARS)),
            new Message.FileHeader(
                    ID,
                    worst(MAX_FILE_NAME_CHARS),
                    Long.MAX_VALUE,
                    NOW,
                    MAX_CHUNK_BYTES,
                    new Message.Place(ID, worst(MAX_FILE_NAME_CHARS))),
            new Message.FileAck(ID, Long.MAX_VALUE, DIGEST),
            new Message.FolderHeader(ID, worst(MAX_FILE_NAME_CHARS), MAX_FOLDER_FILES, Long.MAX_VALUE),
            new Message.FolderPaths(ID, Collections.nCopies(MAX_PATHS, worst(MAX_FILE_NAME_CHARS))));

    private final Dialect dialect = new LamplinkDialect();

    @ParameterizedTest
    @FieldSource("OVER")
    void aMessageOverALimitIsAMistakeOfTheCaller(Message message) {
        assertThrows(IllegalArgumentException.class, () -> dialect.encode(message));
    }

    @ParameterizedTest
    @FieldSource("AT")
    void theLongestMessageOfWorstCharactersIsTakenByTheOtherSide(Message message) throws MalformedFrameException {
        Frame frame = dialect.encode(message).getFirst();
        assertTrue(frame.size() <= MAX_JSON_BYTES, () -> "bytes: " + frame.size());
        assertEquals(List.of(message), dialect.decode(frame));
    }

    @Test
    void aFileFromAYearThatTheWireCannotSayIsAnnouncedWithoutItsTime() throws MalformedFrameException {
        Message.FileHeader header = new Message.FileHeader(ID, "a", 1, Instant.ofEpochSecond(999_999_999_999L), 1);
        assertEquals(
                List.of(new Message.FileHeader(ID, "a", 1, null, 1)),
                dialect.decode(dialect.encode(header).getFirst()));
    }

    /** A control character takes six bytes in JSON, more than any other. */
    private static String worst(int chars) {
        return "\u0001".repeat(chars);
    }

    private static List<String> names(int count) {
        return Collections.nCopies(count, worst(MAX_NAME_CHARS));
    }

    private static Set<String> capabilities(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> worst(MAX_CAPABILITIES - 1) + (char) ('a' + i))
                .collect(Collectors.toSet());
    }
}
