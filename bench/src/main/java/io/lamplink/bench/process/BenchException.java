package io.lamplink.bench.process;

/** A measurement did not come about; the message is a sentence for a person. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a sentence. */
    public BenchException(String sentence) {
        super(sentence);
    }

    /** With a sentence and what was behind it. */
    public BenchException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
