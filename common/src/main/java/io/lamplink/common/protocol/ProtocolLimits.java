package io.lamplink.common.protocol;

/** Every length that is checked before anything is allocated for it, in one place. */
public final class ProtocolLimits {
    /** The sub-protocol by which two Lamplink peers know each other (RFC 6455, section 1.9). */
    public static final String SUBPROTOCOL = "lamplink.v1";

    /** Bytes of payload in one WebSocket message, incoming. */
    public static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    /** Bytes of payload in the first message of a peer that introduces itself, incoming. */
    public static final int MAX_FIRST_BYTES = 64 * 1024;

    /** Fragments of one message, incoming: the longest message in pieces of 64 bytes. */
    public static final int MAX_FRAGMENTS = 65_536;

    /** Frames in one read of at most 256 KiB, incoming: as many of the shortest that this protocol has. */
    public static final int MAX_FRAMES_AT_ONCE = 4_096;

    /** Bytes of file data in one chunk. */
    public static final int MAX_CHUNK_BYTES = 1024 * 1024;

    /** Bytes in one JSON text message. */
    public static final int MAX_JSON_BYTES = 256 * 1024;

    /** UTF-16 code units in one chat text. */
    public static final int MAX_CHAT_CHARS = 32 * 1024;

    /** UTF-16 code units in a peer's name. */
    public static final int MAX_NAME_CHARS = 64;

    /** Names in one list of a message about the room. */
    public static final int MAX_ROOM_NAMES = 200;

    /** UTF-16 code units in a file name or path on the wire. */
    public static final int MAX_FILE_NAME_CHARS = 1024;

    /** Files in one folder, at any depth. */
    public static final int MAX_FOLDER_FILES = 100_000;

    /** Paths in one message; as many as fit into one JSON text however they are written. */
    public static final int MAX_PATHS = 40;

    /** UTF-16 code units in a sentence that goes with a refusal or a cancel. */
    public static final int MAX_DETAIL_CHARS = 500;

    /** Capabilities in one HELLO, and UTF-16 code units in each. */
    public static final int MAX_CAPABILITIES = 32;

    /** Seconds for which a server sends away somebody who wants to try a PIN. */
    public static final int MAX_PIN_WAIT_SECONDS = 86_400;

    /** UTF-8 bytes in a close reason (RFC 6455, section 5.5: 125 less two for the code). */
    public static final int MAX_CLOSE_REASON_BYTES = 123;

    private ProtocolLimits() {}
}
