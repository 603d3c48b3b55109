package io.lamplink.common.simulation;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.transfer.Lane;
import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.transfer.TransferLink;
import io.lamplink.common.transfer.TransferSnapshot;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A link whose other end is the test: what leaves is written down, and so is what is told. */
public final class RecordedLink implements TransferLink {
    private final DialectTraits traits;
    private final ManualTasks tasks = ManualTasks.inOrder();
    private final Lane home = new Lane(tasks);
    private final VirtualClock clock = new VirtualClock();
    private final List<Message> sent = new ArrayList<>();
    private final List<TransferSnapshot> told = new ArrayList<>();
    private final List<TransferSnapshot> parts = new ArrayList<>();
    private final List<UUID> disowned = new ArrayList<>();
    private final List<ByteBuffer> reused = new ArrayList<>();
    private final SendLimit limit;
    private Runnable beforeHeader = () -> {};
    private int toLend = Integer.MAX_VALUE;

    /** A link on such a wire. */
    public RecordedLink(DialectTraits traits) {
        this.traits = traits;
        this.limit = new SendLimit(clock, (_, _) -> {});
    }

    /** Lets the home lane and the disk lanes work until they are done. */
    public void run() {
        tasks.runAll();
    }

    /** The lanes' tasks, to run one by one. */
    public ManualTasks tasks() {
        return tasks;
    }

    /** The clock. */
    public VirtualClock clock() {
        return clock;
    }

    /** Runs before each header leaves, and may throw as a dialect does that cannot say it. */
    public void beforeHeader(Runnable what) {
        beforeHeader = what;
    }

    /** What left since this was last asked. */
    public List<Message> takeSent() {
        List<Message> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** Everything that was told of the transfer {@code id}. */
    public List<TransferSnapshot> told(UUID id) {
        return told.stream().filter(snapshot -> snapshot.id().equals(id)).toList();
    }

    /** Everything that was told. */
    public List<TransferSnapshot> told() {
        return List.copyOf(told);
    }

    /** Everything that was told of files in folders. */
    public List<TransferSnapshot> parts() {
        return List.copyOf(parts);
    }

    /** The transfers that the peer ended and that nobody here knows. */
    public List<UUID> disowned() {
        return List.copyOf(disowned);
    }

    /** How the transfer {@code id} stood when it was last told of. */
    public TransferSnapshot last(UUID id) {
        return told(id).getLast();
    }

    /** A chunk as a peer sends it. */
    public static Message.FileChunk chunk(UUID id, long offset, byte... data) {
        return new Message.FileChunk(id, offset, ByteBuffer.wrap(data.clone()));
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public void send(Message message) {
        if (message instanceof Message.FileHeader) {
            beforeHeader.run();
        }
        sent.add(message);
    }

    /** The data that nobody has to look at any more since this was last asked. */
    public List<ByteBuffer> takeReused() {
        List<ByteBuffer> taken = List.copyOf(reused);
        reused.clear();
        return taken;
    }

    /** Fills memory that may be used again with rubbish, for whoever looks at it all the same. */
    public static void spoil(ByteBuffer data) {
        for (int i = data.position(); i < data.limit(); i++) {
            data.put(i, (byte) 0xA5);
        }
    }

    /** From now on so many buffers can be lent and no more. */
    public void lends(int buffers) {
        toLend = buffers;
    }

    @Override
    public @Nullable ByteBuffer lend(int bytes) {
        return toLend-- > 0 ? ByteBuffer.allocate(bytes + 1) : null;
    }

    @Override
    public int lendable() {
        return Math.max(0, toLend);
    }

    @Override
    public void reuse(ByteBuffer data) {
        spoil(data);
        reused.add(data);
    }

    @Override
    public void changed(TransferSnapshot snapshot) {
        told.add(snapshot);
    }

    @Override
    public void partChanged(TransferSnapshot snapshot) {
        parts.add(snapshot);
    }

    @Override
    public void disowned(UUID id, FailureReason reason) {
        disowned.add(id);
    }

    @Override
    public Executor home() {
        return home;
    }

    @Override
    public Executor newDiskLane() {
        return new Lane(tasks);
    }

    /** Wakes nobody when time has passed. */
    @Override
    public SendLimit limit() {
        return limit;
    }

    @Override
    public long nanoTime() {
        return clock.getAsLong();
    }
}
