package io.lamplink.bench.micro;

import io.lamplink.common.websocket.LamplinkDraft;
import io.lamplink.common.websocket.WireMeter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.Framedata;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One WebSocket frame of 256 KiB, by our draft and by the library's own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class FrameBenchmark {
    private static final int FRAME_BYTES = 256 * 1024;

    /** Whose draft. */
    @Param({"ours", "library"})
    public String draft = "";

    private final ByteBuffer payload = ByteBuffer.allocate(FRAME_BYTES);
    private Draft client;
    private Draft server;
    private ByteBuffer masked;
    private ByteBuffer plain;

    /** Makes both drafts, and the frame as each side would receive it. */
    @Setup
    public void prepare() {
        new SplittableRandom(1).nextBytes(payload.array());
        client = newDraft(Role.CLIENT);
        server = newDraft(Role.SERVER);
        masked = client.createBinaryFrame(frame());
        plain = server.createBinaryFrame(frame());
    }

    /** The library reads a frame's payload to its end, so each frame is good for once. */
    private BinaryFrame frame() {
        BinaryFrame frame = new BinaryFrame();
        frame.setPayload(payload.duplicate());
        return frame;
    }

    private Draft newDraft(Role role) {
        Draft made = draft.equals("ours") ? LamplinkDraft.forServer(new WireMeter()) : new Draft_6455();
        made.setParseMode(role);
        return made;
    }

    /** A client's frame, masked. */
    @Benchmark
    public ByteBuffer encodeMasked() {
        return client.createBinaryFrame(frame());
    }

    /** A server's frame. */
    @Benchmark
    public ByteBuffer encodePlain() {
        return server.createBinaryFrame(frame());
    }

    /** A client's frame as the server reads it. */
    @Benchmark
    public List<Framedata> decodeMasked() throws InvalidDataException {
        return server.translateFrame(masked.duplicate());
    }

    /** A server's frame as the client reads it. */
    @Benchmark
    public List<Framedata> decodePlain() throws InvalidDataException {
        return client.translateFrame(plain.duplicate());
    }
}
