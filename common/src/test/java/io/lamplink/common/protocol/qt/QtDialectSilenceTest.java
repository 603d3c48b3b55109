package io.lamplink.common.protocol.qt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.protocol.Sha256;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the original wire has no word for is not said, rather than said in words that an original program does not survive. */
final class QtDialectSilenceTest {
    private static final UUID ID = new UUID(0, 1);

    static Stream<Message> unsayable() {
        return Stream.of(
                new Message.Hello("Ann", "1", Set.of()),
                new Message.ChatAck(ID),
                new Message.Room("me", List.of(), List.of(), List.of()),
                new Message.Typing("", true),
                new Message.PinAsked(ID),
                new Message.PinShare("share"),
                new Message.PinProof("proof"),
                new Message.PinRefused(PinRefusal.BUSY, 1),
                new Message.FileComplete(ID, 1, null),
                new Message.FileVerified(ID, Sha256.ofBytes(new byte[32])),
                new Message.FilePause(ID, FailureReason.DISK_FULL, ""),
                new Message.FileResume(ID),
                new Message.FolderHeader(ID, "folder", 2, 20),
                new Message.FolderPaths(ID, List.of("empty")),
                new Message.FolderComplete(ID),
                new Message.FolderVerified(ID),
                new Message.FileRefused(ID, FailureReason.BUSY, ""),
                new Message.FileCancel(ID, FailureReason.BUSY, ""));
    }

    @ParameterizedTest
    @MethodSource("unsayable")
    void nothingIsSent(Message message) {
        assertEquals(List.of(), QtPeer.dialect().encode(message));
    }
}
