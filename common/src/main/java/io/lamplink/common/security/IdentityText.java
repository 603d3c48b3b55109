package io.lamplink.common.security;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An identity as text: its key (PKCS #8) and its certificate in PEM (RFC 7468), which other programs can read too. */
final class IdentityText {
    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.US_ASCII);

    private IdentityText() {}

    static String of(Identity identity) {
        try {
            return pem(KEY, identity.key().getEncoded())
                    + pem(CERTIFICATE, identity.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("It was made from its own encoding.", e);
        }
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is something else, or key and certificate do not belong together
     */
    static Identity read(String text) {
        try {
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(section(text, KEY)));
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(section(text, CERTIFICATE)));
            if (!belongTogether(key, certificate)) {
                throw new IllegalArgumentException("The certificate is of another key.");
            }
            return new Identity(key, certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no identity.", e);
        }
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(SAMPLE);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(SAMPLE);
        return signature.verify(signed);
    }

    private static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static byte[] section(String text, String label) {
        Matcher section = Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
                .matcher(text);
        if (!section.find()) {
            throw new IllegalArgumentException("There is no " + label + ".");
        }
        return Base64.getMimeDecoder().decode(section.group(1));
    }
}
