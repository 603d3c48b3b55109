package io.lamplink.common.engine;

/** Why a file could not be offered. */
public enum SendProblem {
    /** Nobody is connected. */
    NO_PEER,
    /** It is not there. */
    NOT_FOUND,
    /** It is a device or a pipe. */
    NOT_A_FILE,
    /** It is a folder, and the peer's program takes single files only. */
    NO_FOLDERS,
    /** It is a folder with more in it than one offer may hold. */
    TOO_MANY_FILES,
    /** It may not be read. */
    NOT_READABLE
}
