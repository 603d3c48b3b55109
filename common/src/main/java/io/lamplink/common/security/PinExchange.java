package io.lamplink.common.security;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a client and a server show each other that they have the same PIN, without either telling it: each sends its share,
 * then its proof (docs/protocol.md). Who only has a guess learns in one run whether that one is right, and nothing else. The
 * server's key is part of it, so that nobody with another key can stand in between. One object is one side of one run, used
 * once; computing takes some milliseconds.
 */
public final class PinExchange {
    private static final byte[] CLIENT = ascii("lamplink.v1 client");
    private static final byte[] SERVER = ascii("lamplink.v1 server");
    private static final byte[] LABEL = ascii("lamplink.v1 PIN");

    private final Spake2 run;
    private final Spake2.Side side;
    private final byte[] binding;
    private Spake2.@Nullable Confirmation confirmation;

    private PinExchange(Spake2.Side side, Pin pin, Optional<Fingerprint> server, BigInteger secret) {
        BigInteger number = Spake2.number(ascii(pin.digits()), LABEL);
        this.side = side;
        this.run = new Spake2(side, number, secret);
        this.binding = server.map(key -> HexFormat.of().parseHex(key.hex())).orElse(new byte[0]);
    }

    /**
     * The client's side.
     *
     * @param server who the server is on this link; empty if it is not encrypted
     */
    public static PinExchange ofClient(Pin pin, Optional<Fingerprint> server, SecureRandom random) {
        return ofClient(pin, server, Spake2.newSecret(random));
    }

    static PinExchange ofClient(Pin pin, Optional<Fingerprint> server, BigInteger secret) {
        return new PinExchange(Spake2.Side.A, pin, server, secret);
    }

    /** The server's side; see {@link #ofClient}. */
    public static PinExchange ofServer(Pin pin, Optional<Fingerprint> server, SecureRandom random) {
        return ofServer(pin, server, Spake2.newSecret(random));
    }

    static PinExchange ofServer(Pin pin, Optional<Fingerprint> server, BigInteger secret) {
        return new PinExchange(Spake2.Side.B, pin, server, secret);
    }

    /** What the other side gets first, in hexadecimal digits. */
    public String share() {
        return HexFormat.of().formatHex(run.share());
    }

    /**
     * Takes the other side's share.
     *
     * @param hex an even number of hexadecimal digits
     * @return whether it is one; if not, the run is over
     */
    public boolean take(String hex) {
        confirmation = run.confirmation(HexFormat.of().parseHex(hex), CLIENT, SERVER, binding)
                .orElse(null);
        return confirmation != null;
    }

    /** What this side shows once it has {@linkplain #take taken} the other's share, in hexadecimal digits. */
    public String proof() {
        return side == Spake2.Side.A ? both().a() : both().b();
    }

    /** Whether the other side, whose proof is given in lower-case digits, has the same PIN and sees the same server. */
    public boolean isProof(String hex) {
        String expected = side == Spake2.Side.A ? both().b() : both().a();
        return MessageDigest.isEqual(ascii(expected), ascii(hex));
    }

    private Spake2.Confirmation both() {
        Spake2.Confirmation known = confirmation;
        if (known == null) {
            throw new IllegalStateException("There is no share of the other side yet.");
        }
        return known;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
