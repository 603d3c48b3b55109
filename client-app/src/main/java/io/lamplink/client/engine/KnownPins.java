package io.lamplink.client.engine;

import io.lamplink.common.entry.PinInHand;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Pin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The PINs that this run was told, by the server's address, so that a link that is sought again needs nobody to type. They
 * are never written to a disk. Any thread may call any method.
 */
final class KnownPins {
    private static final int MAX = 64;

    /** A PIN for a server; with {@code proof} null, one that has not been proved yet. */
    private record Known(Pin pin, @Nullable Proof proof) {}

    /**
     * That a server has a PIN.
     *
     * @param id how it calls the PIN
     * @param server who it is; empty if the link was not encrypted
     */
    private record Proof(UUID id, Optional<Fingerprint> server) {}

    private final Map<String, Known> known = new LinkedHashMap<>();
    private @Nullable Pin everywhere;

    /** From now on proves {@code pin} to each server, and goes on with none that does not have it. */
    synchronized void useEverywhere(Pin pin) {
        everywhere = pin;
    }

    /** A person has typed {@code pin} for the server at {@code address}. */
    synchronized void typed(String address, Pin pin) {
        remember(address, new Known(pin, null));
    }

    /** The server at {@code address} has shown that it has {@code pin}, and calls it {@code id}. */
    synchronized void proved(String address, Pin pin, UUID id, Optional<Fingerprint> server) {
        remember(address, new Known(pin, new Proof(id, server)));
    }

    /** What was known for {@code address} is of no use. */
    synchronized void forget(String address) {
        known.remove(address);
    }

    /** The PIN for a link with {@code server} at {@code address}, or null. */
    synchronized @Nullable PinInHand inHand(String address, Optional<Fingerprint> server) {
        Pin always = everywhere;
        if (always != null) {
            return new PinInHand(always, null, true);
        }
        Known pin = known.get(address);
        if (pin == null) {
            return null;
        }
        Proof proof = pin.proof();
        return proof == null
                ? new PinInHand(pin.pin(), null, true)
                : new PinInHand(pin.pin(), proof.id(), !server.equals(proof.server()));
    }

    private void remember(String address, Known pin) {
        known.remove(address);
        known.put(address, pin);
        if (known.size() > MAX) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
