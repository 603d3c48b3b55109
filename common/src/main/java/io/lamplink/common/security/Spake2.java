package io.lamplink.common.security;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECMultiplier;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * One side of one run of SPAKE2 (RFC 9382) with P-256, SHA-256, HKDF and HMAC: two that have the same number {@code w} find
 * that out, and who has not, or listens, or stands between them, learns nothing but whether the one number is right that it
 * had to decide on first. All computing takes a few milliseconds at most.
 */
final class Spake2 {
    /** Bytes of a share: a point of the curve, uncompressed (SEC 1, section 2.3.3). */
    static final int SHARE_BYTES = 65;

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");
    private static final BigInteger ORDER = CURVE.getN();
    private static final ECPoint M = fixed("02886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f");
    private static final ECPoint N = fixed("03d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49");
    private static final byte UNCOMPRESSED = 4;
    private static final int SCALAR_BYTES = 32;
    private static final int KEY_BYTES = 16;
    private static final byte[] CONFIRMATION_KEYS = "ConfirmationKeys".getBytes(StandardCharsets.US_ASCII);

    /** Eight bytes more than the order has, so that what is left of a division by it is as good as evenly spread. */
    private static final int WIDE_BYTES = SCALAR_BYTES + 8;

    /** Which of the two a side is. */
    enum Side {
        /** Begins. */
        A,
        /** Answers. */
        B
    }

    /**
     * By what the two convince each other that they had the same, in hexadecimal digits.
     *
     * @param a what side A shows
     * @param b what side B shows
     */
    record Confirmation(String a, String b) {}

    private final Side side;
    private final BigInteger w;
    private final BigInteger secret;
    private final byte[] share;

    /** One run; {@code secret} is a number from 1 to the order, not included, that no other run has. */
    Spake2(Side side, BigInteger w, BigInteger secret) {
        this.side = side;
        this.w = w;
        this.secret = secret;
        this.share =
                times(CURVE.getG(), secret).add(times(own(side), w)).normalize().getEncoded(false);
    }

    /** A number that suits as {@code secret}. */
    static BigInteger newSecret(SecureRandom random) {
        return BigIntegers.createRandomInRange(BigInteger.ONE, ORDER.subtract(BigInteger.ONE), random);
    }

    /**
     * The number that stands for a password. It costs little to compute: whoever tries has to ask the other side each time,
     * so there is nothing that could be tried quickly at home.
     */
    static BigInteger number(byte[] password, byte[] label) {
        return new BigInteger(1, hkdf(password, label, WIDE_BYTES)).mod(ORDER);
    }

    /** What the other side gets of this one. */
    byte[] share() {
        return share.clone();
    }

    /**
     * What both sides show each other; empty if {@code theirs} is nothing that a side that follows the rules could have sent.
     *
     * @param a how side A is called
     * @param b how side B is called
     * @param data what both must agree on besides
     */
    Optional<Confirmation> confirmation(byte[] theirs, byte[] a, byte[] b, byte[] data) {
        Optional<ECPoint> common = point(theirs)
                .map(point ->
                        point.subtract(times(own(other()), w)).multiply(secret).normalize())
                .filter(point -> !point.isInfinity());
        return common.map(point -> {
            byte[] shareA = side == Side.A ? share : theirs;
            byte[] shareB = side == Side.A ? theirs : share;
            byte[] number = BigIntegers.asUnsignedByteArray(SCALAR_BYTES, w);
            return confirmation(transcript(a, b, shareA, shareB, point.getEncoded(false), number), data);
        });
    }

    private static Confirmation confirmation(byte[] transcript, byte[] data) {
        byte[] keys = Fingerprint.sha256(transcript);
        byte[] info = Arrays.copyOf(CONFIRMATION_KEYS, CONFIRMATION_KEYS.length + data.length);
        System.arraycopy(data, 0, info, CONFIRMATION_KEYS.length, data.length);
        byte[] both = hkdf(Arrays.copyOfRange(keys, KEY_BYTES, 2 * KEY_BYTES), info, 2 * KEY_BYTES);
        return new Confirmation(
                HexFormat.of().formatHex(hmac(Arrays.copyOf(both, KEY_BYTES), transcript)),
                HexFormat.of().formatHex(hmac(Arrays.copyOfRange(both, KEY_BYTES, 2 * KEY_BYTES), transcript)));
    }

    /** Each part behind its length, in eight bytes with the lowest first. */
    private static byte[] transcript(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(part.length)
                    .array());
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static ECPoint own(Side side) {
        return side == Side.A ? M : N;
    }

    private Side other() {
        return side == Side.A ? Side.B : Side.A;
    }

    /** The curve has no small subgroups, so that a point that is on it and not at infinity will do. */
    private static Optional<ECPoint> point(byte[] encoded) {
        if (encoded.length != SHARE_BYTES || encoded[0] != UNCOMPRESSED) {
            return Optional.empty();
        }
        try {
            return Optional.of(CURVE.getCurve().decodePoint(encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For points that are always the same: takes as long whatever the factor is. */
    private static ECPoint times(ECPoint point, BigInteger factor) {
        ECMultiplier multiplier = new FixedPointCombMultiplier();
        return multiplier.multiply(point, factor);
    }

    private static ECPoint fixed(String hex) {
        return CURVE.getCurve().decodePoint(HexFormat.of().parseHex(hex));
    }

    static byte[] hkdf(byte[] key, byte[] info, int bytes) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has HKDF since version 25.", e);
        }
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }
}
