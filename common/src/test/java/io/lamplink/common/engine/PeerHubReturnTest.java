package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Peers that go in the middle of a transfer and come back. */
class PeerHubReturnTest extends PeerHubFixture {
    private static final UUID ANN = new UUID(14, 1);
    private static final UUID INCOMING = new UUID(14, 2);
    private static final int LARGE = 1_000_000;

    private byte[] content = new byte[0];

    private Path large() throws IOException {
        content = new byte[LARGE];
        new Random(14).nextBytes(content);
        return Files.write(temp.resolve("large.bin"), content);
    }

    private static Sha256 digest(byte[] bytes, int length) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(bytes, 0, length);
        return Sha256.of(digest);
    }

    private TransferSnapshot nextWaiting() throws InterruptedException {
        while (true) {
            TransferSnapshot transfer = next(State.PAUSED);
            if (transfer.waitsForPeer()) {
                return transfer;
            }
        }
    }

    /** Ann has got the first chunk of a large file, and her link breaks. */
    private UUID interruptedSending() throws Exception {
        PlayedPeer ann = joined("Ann", ANN);
        hub.sendFile(large(), Set.of());
        UUID id = ann.next(Message.FileHeader.class).transferId();
        ann.say(new Message.FileAck(id, 0));
        assertEquals(0, ann.next(Message.FileChunk.class).offset());
        ann.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        assertEquals(id, nextWaiting().id());
        return id;
    }

    /** The first thousand bytes of a file of Ann's are here, and her link breaks. */
    private Path interruptedReceiving() throws Exception {
        PlayedPeer ann = joined("Ann", ANN);
        ann.say(incoming());
        ann.next(Message.FileAck.class);
        ann.say(new Message.FileChunk(INCOMING, 0, ByteBuffer.allocate(1000)));
        ann.next(Message.FileChunkAck.class);
        ann.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        assertEquals(INCOMING, nextWaiting().id());
        return spool().resolve(INCOMING + ".part");
    }

    private static Message.FileHeader incoming() {
        return new Message.FileHeader(INCOMING, "half", 100_000, Instant.EPOCH, 1000);
    }

    /** Takes a file from {@code offset} on, and says it has all of it. */
    private void take(PlayedPeer ann, UUID id, int offset) throws InterruptedException {
        ann.say(new Message.FileAck(id, offset, offset == 0 ? null : digest(content, offset)));
        for (int at = offset; at < LARGE; ) {
            Message.FileChunk chunk = ann.next(Message.FileChunk.class);
            if (!chunk.transferId().equals(id)) {
                continue;
            }
            assertEquals(at, chunk.offset());
            at += chunk.data().remaining();
            ann.say(new Message.FileChunkAck(id, at));
        }
        Sha256 all = ann.next(Message.FileComplete.class).sha256();
        assertEquals(digest(content, LARGE), all);
        ann.say(new Message.FileVerified(id, digest(content, LARGE)));
        assertEquals(id, next(State.COMPLETE).id());
    }

    @Test
    void aPeerThatComesBackGetsTheRest() throws Exception {
        UUID id = interruptedSending();
        PlayedPeer ann = joined("Ann", ANN);
        assertEquals(id, ann.next(Message.FileHeader.class).transferId());
        take(ann, id, 20_000);
    }

    @Test
    void aPeerThatComesBackAfterARestartGetsTheRest() throws Exception {
        UUID id = interruptedSending();
        hub.closeAfter(AT_ONCE);
        open();
        PlayedPeer ann = joined("Ann", ANN);
        assertEquals(id, ann.next(Message.FileHeader.class).transferId());
        take(ann, id, 500_000);
        ann.leave(CloseReason.normal());
        hub.closeAfter(AT_ONCE);
        assertFalse(Files.exists(state().resolve("sending")), "Nothing is left to send.");
    }

    @Test
    void h7_nobodyElseGetsTheRest() throws Exception {
        UUID id = interruptedSending();
        PlayedPeer bob = joined("Bob", new UUID(14, 9));
        hub.sendFile(Files.writeString(temp.resolve("b.txt"), "x"), Set.of());
        Message.FileHeader header = bob.next(Message.FileHeader.class);
        assertNotEquals(id, header.transferId());
        assertEquals("b.txt", header.name());
    }

    @Test
    void aPeerThatComesBackBeforeItsOldLinkIsKnownToBeDeadTakesOver() throws Exception {
        PlayedPeer old = joined("Ann", ANN);
        hub.sendFile(large(), Set.of());
        UUID id = old.next(Message.FileHeader.class).transferId();
        old.say(new Message.FileAck(id, 0));
        old.next(Message.FileChunk.class);
        PlayedPeer ann = joined("Ann", ANN);
        assertEquals(CloseReason.REPLACED, answer(old.closed()).code());
        assertEquals(id, ann.next(Message.FileHeader.class).transferId());
        take(ann, id, 0);
    }

    @Test
    void whatIsOnItsWayUnchangedIsNotOfferedTwice() throws Exception {
        PlayedPeer ann = joined("Ann", ANN);
        Path file = large();
        hub.sendFile(file, Set.of());
        hub.sendFile(file, Set.of());
        hub.sendFile(Files.writeString(temp.resolve("b.txt"), "x"), Set.of());
        UUID first = ann.next(Message.FileHeader.class).transferId();
        assertEquals("b.txt", ann.next(Message.FileHeader.class).name());
        take(ann, first, 0);
        hub.sendFile(file, Set.of());
        assertEquals("large.bin", ann.next(Message.FileHeader.class).name(), "It has arrived, and may be sent again.");
    }

    @Test
    void whatIsGivenUpHereWhileThePeerIsAwayIsToldWhenItIsBack() throws Exception {
        UUID id = interruptedSending();
        hub.cancel(id);
        assertEquals(FailureReason.CANCELLED, next(State.FAILED).failure());
        PlayedPeer ann = joined("Ann", ANN);
        assertEquals(id, ann.next(Message.FileCancel.class).transferId());
        hub.sendFile(Files.writeString(temp.resolve("b.txt"), "x"), Set.of());
        assertEquals("b.txt", ann.next(Message.FileHeader.class).name());
    }

    @Test
    void aPeerThatComesBackGoesOnWithWhatItSends() throws Exception {
        interruptedReceiving();
        PlayedPeer ann = joined("Ann", ANN);
        ann.say(incoming());
        assertEquals(
                new Message.FileAck(INCOMING, 1000, digest(new byte[1000], 1000)), ann.next(Message.FileAck.class));
    }

    @Test
    void aPeerThatComesBackAfterARestartGoesOnWithWhatItSends() throws Exception {
        Path part = interruptedReceiving();
        hub.closeAfter(AT_ONCE);
        assertEquals(1000, Files.size(part));
        open();
        PlayedPeer ann = joined("Ann", ANN);
        ann.say(incoming());
        assertEquals(1000, ann.next(Message.FileAck.class).offset());
    }

    @Test
    void whatIsNotWantedHereWhileThePeerIsAwayIsRefusedWhenItIsBack() throws Exception {
        Path part = interruptedReceiving();
        hub.cancel(INCOMING);
        assertEquals(FailureReason.CANCELLED, next(State.FAILED).failure());
        while (!Files.readString(spool().resolve("journal")).contains("unwanted")) {
            Thread.onSpinWait();
        }
        assertFalse(Files.exists(part));
        PlayedPeer ann = joined("Ann", ANN);
        ann.say(incoming());
        Message.FileRefused refused = ann.next(Message.FileRefused.class);
        assertEquals(new Message.FileRefused(INCOMING, FailureReason.CANCELLED, ""), refused);
    }

    @Test
    void whatThePeerGaveUpWhileItWasAwayIsRemovedHere() throws Exception {
        Path part = interruptedReceiving();
        joined("Ann", ANN).say(new Message.FileCancel(INCOMING, FailureReason.CANCELLED, ""));
        TransferSnapshot told = next(State.FAILED);
        assertEquals(INCOMING, told.id());
        assertEquals(FailureReason.CANCELLED, told.failure());
        while (Files.exists(part)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aFolderGoesOnWithTheFilesThatAreMissing() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("photos"));
        Files.writeString(folder.resolve("a"), "a");
        Files.writeString(folder.resolve("b"), "b");
        PlayedPeer ann = joined("Ann", ANN);
        hub.sendFile(folder, Set.of());
        UUID id = ann.next(Message.FolderHeader.class).folderId();
        ann.say(new Message.FileAck(id, 0));
        Message.FileHeader first = ann.next(Message.FileHeader.class);
        UUID second = ann.next(Message.FileHeader.class).transferId();
        while (!ann.next(Message.FileComplete.class).transferId().equals(first.transferId())) {
            // The two are on their way at the same time.
        }
        verify(ann, first.transferId(), first.name());
        ann.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        nextWaiting();
        ann = joined("Ann", ANN);
        assertEquals(new Message.FolderHeader(id, "photos", 2, 2), ann.next(Message.FolderHeader.class));
        ann.say(new Message.FileAck(id, 0));
        Message.FileHeader left = ann.next(Message.FileHeader.class);
        assertEquals(second, left.transferId());
        ann.next(Message.FileComplete.class);
        verify(ann, second, left.name());
        assertEquals(id, ann.next(Message.FolderComplete.class).folderId());
        ann.say(new Message.FolderVerified(id));
        assertEquals(new FolderContents(2, 2, 0), next(State.COMPLETE).contents());
    }

    private static void verify(PlayedPeer ann, UUID id, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        ann.say(new Message.FileChunkAck(id, bytes.length));
        ann.say(new Message.FileVerified(id, digest(bytes, bytes.length)));
    }

    /** A file that could not be sent is tried again, and not counted for delivered. */
    @Test
    void aFileOfAFolderThatCouldNotBeSentIsTriedAgain() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("photos"));
        Files.writeString(folder.resolve("a"), "a");
        PlayedPeer ann = joined("Ann", ANN);
        hub.sendFile(folder, Set.of());
        UUID id = ann.next(Message.FolderHeader.class).folderId();
        ann.say(new Message.FileAck(id, 0));
        UUID file = ann.next(Message.FileHeader.class).transferId();
        ann.say(new Message.FileCancel(file, FailureReason.DISK_ERROR, ""));
        ann.next(Message.FolderComplete.class);
        ann.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        nextWaiting();
        ann = joined("Ann", ANN);
        ann.next(Message.FolderHeader.class);
        ann.say(new Message.FileAck(id, 0));
        assertEquals(file, ann.next(Message.FileHeader.class).transferId());
    }
}
