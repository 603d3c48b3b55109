package io.lamplink.common.protocol.qt;

/** The first value of each binary message, a QString, tells what it is. */
final class QtNames {
    static final String FILE_HEADER = "FILE_HEADER";
    static final String FILE_ACK = "FILE_ACK";
    static final String FILE_CHUNK = "FILE_CHUNK";
    static final String FILE_CHUNK_ACK = "FILE_CHUNK_ACK";
    static final String FILE_REQUEST = "FILE_REQUEST";

    /** UTF-16 code units; more than any type has. */
    static final int MAX_CHARS = 64;

    private QtNames() {}
}
