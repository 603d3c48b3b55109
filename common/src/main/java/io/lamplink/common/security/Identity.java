package io.lamplink.common.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who a server is: a private key (P-256), and a certificate made with it. Immutable.
 *
 * @param key never leaves this program and its file
 * @param certificate what clients are shown
 */
public record Identity(PrivateKey key, X509Certificate certificate) {
    private static final Logger LOG = LoggerFactory.getLogger(Identity.class);

    /**
     * The identity kept in {@code file}. Where there is none one is made; a damaged one is set aside and another made, which
     * clients will notice. Where the disk does not let it be read, another lasts as long as this run, and the kept one stays.
     * Programs that start at the same time agree on one. Reads and writes files.
     */
    public static Identity keptIn(Path file) {
        try {
            return new OwnFile(file)
                    .underLock(own -> own.read(IdentityText::read).orElseGet(() -> kept(own, fresh())));
        } catch (IOException e) {
            LOG.warn("{} cannot be used; the identity of this server lasts as long as this run.", file, e);
            return fresh();
        }
    }

    /** A new one. */
    public static Identity fresh() {
        try {
            SecureRandom random = new SecureRandom();
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair keys = generator.generateKeyPair();
            return new Identity(keys.getPrivate(), SelfSigned.certificate(keys, random));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256.", e);
        }
    }

    /** By what clients know it. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate.getPublicKey());
    }

    /**
     * By what clients tell the PIN that this server asks for from one that it asked for before. It is always the same for the
     * same PIN of the same server, and tells nobody who has not the key which PIN it is.
     */
    public UUID nameOf(Pin pin) {
        byte[] message = ("lamplink.v1 PIN id" + pin.digits()).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tag = ByteBuffer.wrap(Spake2.hmac(key.getEncoded(), message));
        return new UUID(tag.getLong(), tag.getLong());
    }

    private static Identity kept(OwnFile file, Identity fresh) {
        try {
            file.write(IdentityText.of(fresh));
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "Identity[" + fingerprint() + "]";
    }
}
