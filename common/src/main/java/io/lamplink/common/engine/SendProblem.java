package io.lamplink.common.engine;

/** Why a file could not be offered. */
public enum SendProblem {
    /** Nobody is connected. */
    NO_PEER,
    /** It is not there. */
    NOT_FOUND,
    /** It is a folder, a device or a pipe. */
    NOT_A_FILE,
    /** It may not be read. */
    NOT_READABLE
}
