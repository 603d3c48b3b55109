package io.lamplink.common.security;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people tell each other so that one of them is let in by the server of the other: some digits. It is never sent, see
 * {@link PinExchange}. Immutable.
 *
 * @param digits {@value #MIN_DIGITS} to {@value #MAX_DIGITS} of the digits 0 to 9
 */
public record Pin(String digits) {
    /** Fewer could be tried one after another in spite of {@link PinGuard}. */
    public static final int MIN_DIGITS = 6;

    /** More than anybody would read out. */
    public static final int MAX_DIGITS = 32;

    private static final Pattern FORM = Pattern.compile("[0-9]{" + MIN_DIGITS + "," + MAX_DIGITS + "}");
    private static final int GROUP = 3;

    /** @throws IllegalArgumentException if {@code digits} is not what it should be */
    public Pin {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("A PIN has " + MIN_DIGITS + " to " + MAX_DIGITS + " digits.");
        }
    }

    /** A new one that nobody would try first, {@value #MIN_DIGITS} digits long. */
    public static Pin fresh(SecureRandom random) {
        Pin pin;
        do {
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < MIN_DIGITS; i++) {
                digits.append(random.nextInt(10));
            }
            pin = new Pin(digits.toString());
        } while (pin.isObvious());
        return pin;
    }

    /**
     * The PIN as a person wrote it: digits of any script, with spaces and hyphens between them as they like; empty if that is
     * none.
     */
    public static Optional<Pin> read(String written) {
        StringBuilder digits = new StringBuilder();
        for (int point : written.codePoints().toArray()) {
            int digit = Character.digit(point, 10);
            if (digit >= 0) {
                digits.append(digit);
            } else if (!isBetween(point)) {
                return Optional.empty();
            }
        }
        return FORM.matcher(digits).matches() ? Optional.of(new Pin(digits.toString())) : Optional.empty();
    }

    private static boolean isBetween(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.DASH_PUNCTUATION;
    }

    /** Whether it is one of those that are tried first: a digit again and again, or digits in a row up or down. */
    public boolean isObvious() {
        int step = digits.charAt(1) - digits.charAt(0);
        if (Math.abs(step) > 1) {
            return false;
        }
        for (int i = 2; i < digits.length(); i++) {
            if (digits.charAt(i) - digits.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    /** The digits in groups of three or four, as they are shown and read out. */
    public String grouped() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && i % GROUP == 0 && digits.length() - i > 1) {
                text.append(' ');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** Says nothing of the digits. */
    @Override
    public String toString() {
        return "Pin";
    }
}
