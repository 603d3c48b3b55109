package io.lamplink.common.security;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * Makes the certificate that a TLS handshake needs around a key (RFC 5280). Java has no public way to. Nobody is to believe
 * what it says: clients look at the key alone. So it bears no address and no end, and says "Lamplink" on every machine.
 */
final class SelfSigned {
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid(0x2A, 840, 10045, 4, 3, 2));
    private static final byte[] NAME = Der.sequence(Der.set(Der.sequence(Der.oid(0x55, 4, 3), Der.utf8("Lamplink"))));
    private static final byte[] VERSION_3 = Der.tagged(0xA0, Der.integer(BigInteger.TWO));

    /** From before any clock that is only a little wrong to the time that means "no end" (RFC 5280, section 4.1.2.5). */
    private static final byte[] VALIDITY =
            Der.sequence(Der.generalizedTime("20200101000000Z"), Der.generalizedTime("99991231235959Z"));

    private static final int SERIAL_BITS = 126;

    private SelfSigned() {}

    static X509Certificate certificate(KeyPair keys, SecureRandom random) throws GeneralSecurityException {
        BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
        byte[] content = Der.sequence(
                VERSION_3,
                Der.integer(serial),
                ECDSA_WITH_SHA256,
                NAME,
                VALIDITY,
                NAME,
                keys.getPublic().getEncoded());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate(), random);
        signature.update(content);
        byte[] whole = Der.sequence(content, ECDSA_WITH_SHA256, Der.bitString(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }
}
