package io.lamplink.common.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
    /** The public key of RFC 6979, appendix A.2.5, as SubjectPublicKeyInfo. */
    private static final String KEY = "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
            + "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
            + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";

    @Test
    void isTheDigestOfTheKey() throws Exception {
        PublicKey key = KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(KEY)));

        assertEquals(
                "5a7a78cca4a0f420d9bc62bb669c3c2759e39f723d3ae10dcbe0f0815a07ecd4",
                Fingerprint.of(key).hex());
    }

    @Test
    void wordsAreTheFirstBitsElevenEach() {
        assertEquals("abandon ".repeat(6).strip(), of("00").sentence());
        assertEquals("zoo ".repeat(6).strip(), of("ff").sentence());
        assertEquals(
                List.of(9, 209, 719, 154, 1510, 1980).stream()
                        .map(FingerprintWords::at)
                        .toList(),
                new Fingerprint("0123456789abcdef".repeat(4)).words());
    }

    @Test
    void aChangeInAnyOfTheFirst66BitsChangesTheWords() {
        Fingerprint zero = of("00");
        for (int bit = 0; bit < 66; bit++) {
            byte[] bytes = new byte[32];
            bytes[bit / 8] = (byte) (0x80 >> bit % 8);
            Fingerprint other = new Fingerprint(HexFormat.of().formatHex(bytes));
            assertFalse(other.words().equals(zero.words()), "bit " + bit);
        }
    }

    @Test
    void digitsAreShownInGroupsOfFour() {
        assertEquals("abab ".repeat(16).strip(), of("ab").groups());
        String half = "abab ".repeat(8).strip();
        assertEquals(half + "\n" + half, of("ab").rows());
    }

    @Test
    void aPersonMayWriteItInManyWays() {
        Fingerprint fingerprint = new Fingerprint("0123456789abcdef".repeat(4));
        List<String> ways = List.of(
                fingerprint.hex(),
                fingerprint.groups(),
                fingerprint.rows(),
                fingerprint.hex().toUpperCase(Locale.ROOT),
                fingerprint.hex().replaceAll("..(?=.)", "$0:"),
                fingerprint.sentence(),
                String.join("-", fingerprint.words()),
                "  " + fingerprint.sentence().toUpperCase(Locale.ROOT) + "\n");
        for (String way : ways) {
            assertTrue(fingerprint.isWrittenAs(way), way);
        }
    }

    @Test
    void partOfItIsNotIt() {
        Fingerprint fingerprint = new Fingerprint("0123456789abcdef".repeat(4));
        List<String> others = List.of(
                "",
                fingerprint.hex().substring(1),
                fingerprint.hex() + "0",
                String.join(" ", fingerprint.words().subList(0, 5)),
                fingerprint.sentence() + " zoo",
                of("00").sentence());
        for (String other : others) {
            assertFalse(fingerprint.isWrittenAs(other), other);
        }
    }

    @Test
    void isSixtyFourDigits() {
        for (String wrong : List.of("", "0".repeat(63), "0".repeat(65), "A".repeat(64), "g".repeat(64))) {
            assertThrows(IllegalArgumentException.class, () -> new Fingerprint(wrong));
        }
    }

    @Test
    void noTwoWordsBeginAlike() {
        List<String> words = FingerprintWords.all();

        assertEquals(FingerprintWords.COUNT, words.size());
        assertTrue(words.stream().allMatch(word -> word.matches("[a-z]{3,8}")));
        assertEquals(
                words.size(),
                words.stream()
                        .map(word -> word.substring(0, Math.min(4, word.length())))
                        .collect(Collectors.toSet())
                        .size());
    }

    private static Fingerprint of(String pair) {
        return new Fingerprint(pair.repeat(32));
    }
}
