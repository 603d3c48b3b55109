package io.lamplink.common.session;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.transfer.Lane;
import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.transfer.TransferLink;
import io.lamplink.common.transfer.TransferSnapshot;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the transfers of a session see of it; on the session's lane, except for what lends memory. */
final class SessionTransferLink implements TransferLink {
    private final SessionContext context;
    private final DialectTraits traits;
    private final Channel channel;
    private final Session session;
    private final SessionListener listener;

    SessionTransferLink(
            SessionContext context, DialectTraits traits, Channel channel, Session session, SessionListener listener) {
        this.context = context;
        this.traits = traits;
        this.channel = channel;
        this.session = session;
        this.listener = listener;
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public void send(Message message) {
        session.sendIfOpen(message);
    }

    @Override
    public int chunkHeadroom(int length) {
        int header = traits.chunkHeaderBytes();
        return channel.headerBytes((long) header + length) + header;
    }

    @Override
    public @Nullable ByteBuffer lend(int bytes) {
        return channel.lend(bytes);
    }

    @Override
    public int lendable() {
        return channel.lendable();
    }

    @Override
    public void reuse(ByteBuffer data) {
        channel.reuse(data);
    }

    @Override
    public void changed(TransferSnapshot snapshot) {
        listener.transfer(snapshot);
        session.tellEnd();
    }

    @Override
    public void partChanged(TransferSnapshot snapshot) {
        listener.partOfFolder(snapshot);
    }

    @Override
    public void disowned(UUID id, FailureReason reason) {
        listener.disowned(id, reason);
    }

    @Override
    public Executor home() {
        return session.home();
    }

    @Override
    public Executor newDiskLane() {
        return new Lane(context.diskPool());
    }

    @Override
    public SendLimit limit() {
        return context.sendLimit();
    }

    @Override
    public long nanoTime() {
        return context.nanoTime().getAsLong();
    }
}
