package io.lamplink.bench.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.bench.figures.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SmallPartsTest {
    @Test
    void theTableOfJmhIsRead() {
        assertEquals(
                List.of(
                        new Results.SmallPart("Digest.update, heap", 141.25, 3.5, "µs/op"),
                        new Results.SmallPart("Frame.encodePlain, ours", 20, 0.25, "µs/op")),
                SmallParts.read(
                        List.of(
                                "\"Benchmark\",\"Mode\",\"Threads\",\"Samples\",\"Score\",\"Score Error (99.9%)\",\"Unit\",\"Param: draft\",\"Param: memory\"",
                                "\"io.lamplink.bench.micro.DigestBenchmark.update\",\"avgt\",1,5,141.250000,3.500000,\"us/op\",,heap",
                                "\"io.lamplink.bench.micro.FrameBenchmark.encodePlain\",\"avgt\",1,5,20.0,0.25,\"us/op\",ours,")));
    }
}
