package io.lamplink.common.reach;

import io.lamplink.common.host.HostInfo;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is asked of this machine. Its methods block, each for some seconds at most; tests pass one that is made up. */
public interface Machine {

    /** Kinds of system whose firewalls are known. */
    enum Kind {
        LINUX,
        WINDOWS,
        MAC,
        OTHER
    }

    /**
     * What a command said.
     *
     * @param status its exit status
     * @param output its standard output
     */
    record Answer(int status, String output) {}

    /** Which it is. */
    Kind kind();

    /** Its addresses now. */
    HostInfo host();

    /** The text of a small file, if this user may read it. */
    Optional<String> read(Path file);

    /** Whether that is there. */
    boolean exists(Path path);

    /** Runs a command that changes nothing; nothing if there is no such command, or it does not end in time. */
    Optional<Answer> run(List<String> command);

    /** The program that runs this code. */
    String program();

    /** Whether a connection to {@code address} comes about. */
    boolean connects(InetSocketAddress address);
}
