package io.lamplink.common.transfer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The disk has no room. */
public final class DiskFullException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /** A full disk, with what the system said, if it was asked. */
    public DiskFullException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.sentence = message;
    }

    /** What is full, in one English sentence. */
    public String sentence() {
        return sentence;
    }
}
