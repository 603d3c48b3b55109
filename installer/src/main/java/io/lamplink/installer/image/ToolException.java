package io.lamplink.installer.image;

/** A tool did not do what it was asked for; the message is for a person. */
public final class ToolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a sentence, and what the tool said. */
    public ToolException(String sentence) {
        super(sentence);
    }
}
