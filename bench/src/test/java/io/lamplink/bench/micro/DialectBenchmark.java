package io.lamplink.bench.micro;

import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.protocol.qt.QtDialect;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One chat text, and one chunk of a file from one peer to the other and its acknowledgement back, by each dialect. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class DialectBenchmark {
    private static final UUID ID = new UUID(1, 2);
    private static final String TEXT = "The projector in room 4 works again. 会议室可以用了。";

    /** Which wire. */
    @Param({"lamplink", "qt"})
    public String wire = "";

    private final Message chat = new Message.Chat(ID, TEXT, Instant.ofEpochSecond(1_700_000_000));
    private Dialect sender;
    private Dialect receiver;
    private ByteBuffer data;
    private List<Frame> chatFrames;
    private UUID received = ID;
    private long offset;

    /** Begins a file without end. */
    @Setup
    public void prepare() throws MalformedFrameException {
        sender = newDialect();
        receiver = newDialect();
        data = ByteBuffer.allocate(sender.traits().chunkBytes());
        chatFrames = sender.encode(chat);
        var header = new Message.FileHeader(ID, "endless.bin", Long.MAX_VALUE, null, data.capacity());
        for (Message message : across(header)) {
            received = ((Message.FileHeader) message).transferId();
        }
        for (Frame frame : receiver.encode(new Message.FileAck(received, 0))) {
            sender.decode(frame);
        }
    }

    private Dialect newDialect() {
        return wire.equals("qt") ? new QtDialect(UUID::randomUUID, InstantSource.system()) : new LamplinkDialect();
    }

    private List<Message> across(Message message) throws MalformedFrameException {
        return receiver.decode(sender.encode(message).getFirst());
    }

    /** A text becomes a frame. */
    @Benchmark
    public List<Frame> encodeChat() {
        return sender.encode(chat);
    }

    /** A frame becomes a text. */
    @Benchmark
    public List<Message> decodeChat() throws MalformedFrameException {
        return receiver.decode(chatFrames.getFirst());
    }

    /** A chunk goes over and its acknowledgement comes back. */
    @Benchmark
    public List<Message> chunkAndAcknowledgement() throws MalformedFrameException {
        across(new Message.FileChunk(ID, offset, data));
        offset += data.capacity();
        return sender.decode(
                receiver.encode(new Message.FileChunkAck(received, offset)).getFirst());
    }
}
