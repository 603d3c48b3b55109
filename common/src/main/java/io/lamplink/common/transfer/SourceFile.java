package io.lamplink.common.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;

/** A file to send. Used by one thread at a time. */
public interface SourceFile extends Closeable {

    /** Where it is. */
    Path path();

    /** Its own name, as the disk has it. */
    String name();

    /** Bytes when it was offered, 0 or more. */
    long size();

    /** When it had last been changed when it was offered. */
    Instant modified();

    /** Its digest, which other transfers of the same file may share. */
    FileDigest digest();

    /**
     * Reads from {@code position} on until the buffer is full.
     *
     * @throws java.io.EOFException if the file ends before that
     */
    void readFully(ByteBuffer buffer, long position) throws IOException;

    /** Whether size and time of change are still as they were when it was offered. */
    boolean unchanged() throws IOException;

    /** Whether {@code problem} will not pass, so that it is better to go on without this file. */
    boolean isHopeless(IOException problem);

    /** Lets go of the file until it is read again, because something went wrong that a fresh start may mend. */
    void reopen();
}
