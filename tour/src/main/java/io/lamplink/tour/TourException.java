package io.lamplink.tour;

import org.jspecify.annotations.Nullable;

/** Something on the tour was not as it should be; the message is a sentence that says what. */
final class TourException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TourException(String sentence) {
        this(sentence, null);
    }

    TourException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
