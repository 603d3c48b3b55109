package io.lamplink.bench.micro;

import io.lamplink.common.protocol.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
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

/** SHA-256 over 256 KiB, in memory of Java and outside of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class DigestBenchmark {
    private static final int BYTES = 256 * 1024;

    /** Where the bytes are. */
    @Param({"heap", "direct"})
    public String memory = "";

    private final MessageDigest digest = Sha256.newDigest();
    private ByteBuffer bytes;

    /** Makes the bytes. */
    @Setup
    public void prepare() {
        bytes = memory.equals("heap") ? ByteBuffer.allocate(BYTES) : ByteBuffer.allocateDirect(BYTES);
    }

    /** One update. */
    @Benchmark
    public MessageDigest update() {
        digest.update(bytes.duplicate());
        return digest;
    }
}
