package io.lamplink.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The memory of another process that is in RAM, as Linux tells it; unknown elsewhere. */
public final class ResidentMemory {
    private static final long KIBIBYTE = 1024;

    private ResidentMemory() {}

    /** Bytes now. */
    public static OptionalLong now(long pid) {
        return ofField(pid, "VmRSS:");
    }

    /** The most bytes since {@link #forgetPeak}, or since the process began. */
    public static OptionalLong peak(long pid) {
        return ofField(pid, "VmHWM:");
    }

    /** Begins a new peak at what is used now, where the system can do that. */
    public static void forgetPeak(long pid) {
        try {
            Files.writeString(Path.of("/proc/" + pid + "/clear_refs"), "5\n");
        } catch (IOException e) {
            return; // The peak since the start stands, which is no smaller.
        }
    }

    private static OptionalLong ofField(long pid, String field) {
        try {
            return read(Files.readAllLines(Path.of("/proc/" + pid + "/status")), field);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** The bytes in the line that begins with {@code field}, such as {@code VmRSS:   176340 kB}. */
    static OptionalLong read(List<String> lines, String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).replace("kB", "").strip())
                .mapToLong(kibibytes -> Long.parseLong(kibibytes) * KIBIBYTE)
                .findFirst();
    }
}
