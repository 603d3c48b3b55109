package io.lamplink.common.simulation;

import io.lamplink.common.protocol.DialectTraits;

/** Kinds of wire, with chunks so small that a test can count them. */
public final class Wires {
    /** Bytes in a chunk. */
    public static final int CHUNK = 10;

    /** Bytes that may be out, sent and not acknowledged. */
    public static final int WINDOW = 8 * CHUNK;

    /** Can say everything. */
    public static final DialectTraits RICH = new DialectTraits("rich", true, true, true, true, 4, -1, CHUNK, 0);

    /** The same, on which files of up to four chunks leave with their headers. */
    public static final DialectTraits EAGER =
            new DialectTraits("eager", true, true, true, true, 4, 4 * CHUNK, CHUNK, 0);

    /** Can say no more than the original program. */
    public static final DialectTraits POOR = new DialectTraits("poor", false, false, false, false, 1, -1, CHUNK, 0);

    private Wires() {}
}
