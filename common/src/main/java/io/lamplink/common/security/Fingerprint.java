package io.lamplink.common.security;

import io.lamplink.common.protocol.Sha256;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a public key is told apart by: the SHA-256 of its SubjectPublicKeyInfo (RFC 5280, in DER). People compare it as words
 * or as hex; both windows show the same ones.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
    /** Words that are shown; each stands for 11 bits, so that they are the first 66 bits of 256. */
    public static final int WORDS = 6;

    private static final int BITS_PER_WORD = 11;
    private static final int DIGITS = 64;
    private static final int GROUP = 4;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    /** @throws IllegalArgumentException if {@code hex} is not what it should be */
    public Fingerprint {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a fingerprint");
        }
    }

    /** The fingerprint of {@code key}. */
    public static Fingerprint of(PublicKey key) {
        return new Fingerprint(HexFormat.of().formatHex(sha256(key.getEncoded())));
    }

    static byte[] sha256(byte[] bytes) {
        return Sha256.newDigest().digest(bytes);
    }

    /** The digits in groups of four. */
    public String groups() {
        return hex.replaceAll(".{" + GROUP + "}(?=.)", "$0 ");
    }

    /** The same in two rows of equal length. */
    public String rows() {
        String groups = groups();
        int middle = groups.length() / 2;
        return groups.substring(0, middle) + "\n" + groups.substring(middle + 1);
    }

    /** The {@value #WORDS} words, which are English whatever the language of the window. */
    public List<String> words() {
        byte[] bytes = HexFormat.of().parseHex(hex);
        List<String> words = new ArrayList<>();
        for (int word = 0; word < WORDS; word++) {
            words.add(FingerprintWords.at(bits(bytes, word * BITS_PER_WORD)));
        }
        return List.copyOf(words);
    }

    /** The words with a space between them. */
    public String sentence() {
        return String.join(" ", words());
    }

    /**
     * Whether {@code text}, as a person wrote it, is this fingerprint: all digits or all words, in either case, with
     * anything that is neither letter nor digit between them.
     */
    public boolean isWrittenAs(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return plain.replaceAll("[^a-z0-9]", "").equals(hex)
                || List.of(plain.strip().split("[^a-z]+", -1)).equals(words());
    }

    /** The fingerprint with these digits, or none. */
    static Optional<Fingerprint> read(String hex) {
        return HEX.matcher(hex).matches() ? Optional.of(new Fingerprint(hex)) : Optional.empty();
    }

    private static int bits(byte[] bytes, int from) {
        int value = 0;
        for (int bit = from; bit < from + BITS_PER_WORD; bit++) {
            int shift = Byte.SIZE - 1 - bit % Byte.SIZE;
            value = 2 * value + ((bytes[bit / Byte.SIZE] >> shift) & 1);
        }
        return value;
    }

    @Override
    public String toString() {
        return groups();
    }
}
