package io.lamplink.common.session;

import io.lamplink.common.protocol.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a peer's messages count as. The bytes of files and what belongs to them count as nothing here: the window and the
 * disk hold them back. Confined to one lane.
 */
final class Toll {
    private final TokenBucket texts;
    private final TokenBucket offers;
    private final TokenBucket noise;
    private boolean flooded;

    /** A toll by the rate of texts given. */
    Toll(Rate texts, long now) {
        this.texts = new TokenBucket(texts, now);
        this.offers = new TokenBucket(Rate.OFFERS, now);
        this.noise = new TokenBucket(Rate.NOISE, now);
    }

    /**
     * Counts a message.
     *
     * @param message null for a frame of which nothing is understood
     * @return nanoseconds for which the peer should not be read
     */
    long pay(@Nullable Message message, long now) {
        TokenBucket bucket = bucket(message);
        if (bucket == null) {
            return 0;
        }
        long rest = bucket.spend(now);
        flooded |= bucket.flooded();
        return rest;
    }

    /** Whether the peer has brought so much of anything that it means no good. */
    boolean flooded() {
        return flooded;
    }

    private @Nullable TokenBucket bucket(@Nullable Message message) {
        return switch (message) {
            case Message.Chat _, Message.Room _, Message.FileRequest _ -> texts;
            case Message.FileHeader header -> header.place() == null ? offers : null;
            case Message.FolderHeader _, Message.FolderPaths _ -> offers;
            case Message.Hello _,
                    Message.Typing _,
                    Message.PinAsked _,
                    Message.PinShare _,
                    Message.PinProof _,
                    Message.PinRefused _,
                    Message.FileRefused _,
                    Message.FileCancel _,
                    Message.FilePause _,
                    Message.FileResume _ -> noise;
            case Message.ChatAck _,
                    Message.FileAck _,
                    Message.FileChunk _,
                    Message.FileChunkAck _,
                    Message.FileComplete _,
                    Message.FileVerified _,
                    Message.FolderComplete _,
                    Message.FolderVerified _ -> null;
            case null -> noise;
        };
    }
}
