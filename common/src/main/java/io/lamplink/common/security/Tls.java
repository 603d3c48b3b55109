package io.lamplink.common.security;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS as Lamplink speaks it: version 1.3 and nothing older, the fastest cipher first, keys that were met before instead of
 * authorities. Contexts may be used from any thread.
 */
public final class Tls {
    /** First byte of a TLS connection: a record of the handshake (RFC 8446, section 5.1). No HTTP request begins so. */
    public static final byte FIRST_BYTE = 0x16;

    private static final String[] VERSIONS = {"TLSv1.3"};
    private static final String[] CIPHERS = {
        "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"
    };
    private static final char[] NO_PASSWORD = new char[0];

    private Tls() {}

    /** For the server that {@code identity} is. It asks clients for no certificate. */
    public static SSLContext server(Identity identity) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = {identity.certificate()};
            store.setKeyEntry("lamplink", identity.key(), NO_PASSWORD, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("Every Java platform has TLS.", e);
        }
    }

    /**
     * For a client that makes sure after the handshake, by {@link #fingerprint}, with whom it has shaken hands: in the
     * handshake any key will do. TLS itself has the server prove that it has the key.
     */
    public static SSLContext client() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyKey()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has TLS.", e);
        }
    }

    /** The versions and ciphers to set on an engine or a socket of either context. */
    public static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters(CIPHERS, VERSIONS);
        parameters.setUseCipherSuitesOrder(true);
        return parameters;
    }

    /** Whose hand was shaken. */
    public static Fingerprint fingerprint(SSLSession session) throws SSLPeerUnverifiedException {
        return Fingerprint.of(session.getPeerCertificates()[0].getPublicKey());
    }

    /** A class of this kind, unlike X509TrustManager, is asked alone: nothing looks at names and dates beside it. */
    private static final class AnyKey extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String how, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String how, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String how) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String how, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, how);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String how, Socket socket) throws CertificateException {
            checkClientTrusted(chain, how);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String how) throws CertificateException {
            throw new CertificateException("Clients have no certificates.");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
