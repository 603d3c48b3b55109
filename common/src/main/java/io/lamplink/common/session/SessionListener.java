package io.lamplink.common.session;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.transfer.TransferSnapshot;
import java.util.UUID;

/** Hears what happens on one link, in order, on the session's own lane; returns at once. */
public interface SessionListener {

    /**
     * The peer is there and understood; texts and files may be sent. Told once, before everything else but
     * {@link #closed}.
     */
    void ready(Introduction peer);

    /** A text came. */
    void chat(Message.Chat chat);

    /** The peer told of the room. */
    void room(Message.Room news);

    /** The peer told that somebody writes, or has ended. */
    void writing(Message.Typing typing);

    /** The peer's program has the text {@code id} of ours, or the wire has it and cannot say more. */
    void chatDelivered(UUID id);

    /** The text {@code id} of ours cannot be sent to this peer. */
    void chatFailed(UUID id);

    /**
     * A text of ours was handed to the link too late, or is not known to have arrived before the link ended: it may be sent
     * again under the same id. Who does not want that lets it fail.
     */
    default void chatLost(Message.Chat chat) {
        chatFailed(chat.id());
    }

    /** A transfer began, moved or ended. */
    void transfer(TransferSnapshot snapshot);

    /** A file of a folder moved or ended; {@link #transfer} tells of the folder as a whole. */
    void partOfFolder(TransferSnapshot snapshot);

    /** The peer does not want to go on with a transfer that this link does not know. */
    void disowned(UUID id, FailureReason reason);

    /** A frame made no sense; {@code sentence} is for the log. */
    void ignored(String sentence);

    /** A Qt peer asked for a file by its path. */
    void fileAskedFor(String path);

    /**
     * The link has ended; nothing follows but the failure of texts and files that were handed over too late, and the end of a
     * file that the disk finished at the very moment at which the link was lost.
     *
     * @param byUs whether this side ended it
     */
    void closed(CloseReason reason, boolean byUs);
}
