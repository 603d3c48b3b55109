package io.lamplink.common.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/** A digest as a value. */
final class Sha256Test {
    /** Of "abc", FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void aDigestIsThatOfTheStandard() {
        MessageDigest digest = Sha256.newDigest();
        digest.update("abc".getBytes(StandardCharsets.US_ASCII));
        Sha256 abc = Sha256.of(digest);
        assertEquals(ABC, abc.hex());
        assertEquals(ABC, abc.toString());
        assertEquals(Sha256.ofHex(ABC.toUpperCase(java.util.Locale.ROOT)), abc);
        assertEquals(Sha256.ofHex(ABC).hashCode(), abc.hashCode());
    }

    @Test
    void anotherDigestIsAnother() {
        Sha256 zero = Sha256.ofBytes(new byte[32]);
        assertNotEquals(Sha256.ofHex(ABC), zero);
        assertNotEquals(Sha256.ofHex(ABC).hashCode(), zero.hashCode());
        assertNotEquals((Object) ABC, Sha256.ofHex(ABC));
    }

    @Test
    void whatHasNot32BytesIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Sha256.ofBytes(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> Sha256.ofHex(ABC + "00"));
        assertThrows(IllegalArgumentException.class, () -> Sha256.ofHex("zz"));
    }

    @Test
    void whoGaveTheBytesCannotChangeItAfterwards() {
        byte[] bytes = new byte[32];
        Sha256 zero = Sha256.ofBytes(bytes);
        bytes[0] = 1;
        assertEquals(Sha256.ofBytes(new byte[32]), zero);
    }
}
