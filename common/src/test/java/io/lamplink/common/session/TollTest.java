package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.protocol.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

/** What each kind of message counts as. */
final class TollTest {
    private static final Rate TEXTS = new Rate(50, 5, 20);
    private static final UUID ID = new UUID(0, 1);
    private static final Sha256 DIGEST = Sha256.ofBytes(new byte[32]);

    /** More than any burst. */
    private static final int MANY = 3_000;

    private final Toll toll = new Toll(TEXTS, 0);

    /** How many of {@code message} are read before the peer has to wait; {@link #MANY} if it never has. */
    private int burst(Message message) {
        for (int count = 0; count < MANY; count++) {
            if (toll.pay(message, 0) > 0) {
                return count;
            }
        }
        return MANY;
    }

    static Stream<Message> texts() {
        return Stream.of(
                new Message.Chat(ID, "Hello", Instant.EPOCH),
                new Message.Room("me", List.of(), List.of(), List.of()),
                new Message.FileRequest("/etc/passwd"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsShownOrAnsweredByATextCountsAsOne(Message message) {
        assertEquals(TEXTS.burst(), burst(message));
    }

    static Stream<Message> offers() {
        return Stream.of(
                new Message.FileHeader(ID, "a", 1, null, 1024),
                new Message.FolderHeader(ID, "folder", 2, 20),
                new Message.FolderPaths(ID, List.of("empty")));
    }

    @ParameterizedTest
    @MethodSource("offers")
    void offersCountAmongThemselves(Message message) {
        assertEquals(Rate.OFFERS.burst(), burst(message));
    }

    static Stream<Message> noise() {
        return Stream.of(
                new Message.Hello("Ann", "1", Set.of()),
                new Message.Typing("", true),
                new Message.PinAsked(ID),
                new Message.PinShare("share"),
                new Message.PinProof("proof"),
                new Message.PinRefused(PinRefusal.WRONG, 1),
                new Message.FileRefused(ID, FailureReason.CANCELLED, ""),
                new Message.FileCancel(ID, FailureReason.CANCELLED, ""),
                new Message.FilePause(ID, FailureReason.DISK_FULL, ""),
                new Message.FileResume(ID));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("noise")
    void whatMovesNothingAndWhatIsNotUnderstoodIsNoise(Message message) {
        assertEquals(Rate.NOISE.burst(), burst(message));
    }

    static Stream<Message> free() {
        return Stream.of(
                new Message.FileHeader(ID, "a", 1, null, 1024, new Message.Place(ID, "folder")),
                new Message.ChatAck(ID),
                new Message.FileAck(ID, 0),
                new Message.FileChunk(ID, 0, ByteBuffer.allocate(1)),
                new Message.FileChunkAck(ID, 1),
                new Message.FileComplete(ID, 1, null),
                new Message.FileVerified(ID, DIGEST),
                new Message.FolderComplete(ID),
                new Message.FolderVerified(ID));
    }

    @ParameterizedTest
    @MethodSource("free")
    void whatTheWindowHoldsBackIsFree(Message message) {
        assertEquals(MANY, burst(message));
        assertFalse(toll.flooded());
    }

    @Test
    void aFloodIsRememberedThoughOtherMessagesFollow() {
        Message.Chat chat = new Message.Chat(ID, "Hello", Instant.EPOCH);
        for (int i = 0; i < TEXTS.burst() + TEXTS.flood(); i++) {
            toll.pay(chat, 0);
        }
        assertFalse(toll.flooded());
        toll.pay(chat, 0);
        assertTrue(toll.flooded());
        toll.pay(null, 0);
        assertTrue(toll.flooded());
    }
}
