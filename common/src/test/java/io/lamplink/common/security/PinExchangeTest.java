package io.lamplink.common.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two sides that prove a PIN to each other, and what becomes of it when somebody changes what they say. */
final class PinExchangeTest {
    private static final Pin PIN = new Pin("482913");
    private static final Optional<Fingerprint> SERVER = Optional.of(new Fingerprint("0123456789abcdef".repeat(4)));
    private static final Optional<Fingerprint> OTHER = Optional.of(new Fingerprint("fedcba9876543210".repeat(4)));
    private static final Optional<Fingerprint> CLEAR = Optional.empty();

    private final SecureRandom random = new SecureRandom();

    @Test
    void whoHasTheSamePinConvincesTheOther() {
        assertTrue(agree(PIN, SERVER, PIN, SERVER));
        assertTrue(agree(PIN, CLEAR, PIN, CLEAR));
    }

    @Test
    void aWrongPinConvincesNobody() {
        assertFalse(agree(PIN, SERVER, new Pin("482914"), SERVER));
        assertFalse(agree(new Pin("0482913"), CLEAR, PIN, CLEAR));
    }

    @Test
    void whoSeesAnotherServerConvincesNobodyEvenWithTheRightPin() {
        assertFalse(agree(PIN, SERVER, PIN, OTHER));
        assertFalse(agree(PIN, CLEAR, PIN, SERVER));
        assertFalse(agree(PIN, SERVER, PIN, CLEAR));
    }

    /** Neither says the same twice, so that what was heard once is of no use another time. */
    @Test
    void noTwoRunsAreAlike() {
        PinExchange server = PinExchange.ofServer(PIN, SERVER, random);
        PinExchange client = PinExchange.ofClient(PIN, SERVER, random);
        assertTrue(client.take(server.share()) && server.take(client.share()));
        PinExchange again = PinExchange.ofServer(PIN, SERVER, random);
        assertNotEquals(server.share(), again.share());
        assertTrue(again.take(client.share()));
        assertFalse(again.isProof(client.proof()));
    }

    @Test
    void aProofThatComesBackConvincesNobody() {
        PinExchange client = PinExchange.ofClient(PIN, SERVER, random);
        PinExchange server = PinExchange.ofServer(PIN, SERVER, random);
        assertTrue(client.take(server.share()) && server.take(client.share()));
        assertFalse(client.isProof(client.proof()));
        assertFalse(server.isProof(server.proof()));
    }

    @Test
    void aShareThatComesBackConvincesNobody() {
        PinExchange client = PinExchange.ofClient(PIN, SERVER, random);
        assertTrue(client.take(client.share()));
        assertFalse(client.isProof(client.proof()));
    }

    @Test
    void eachDigitOfAShareCounts() {
        PinExchange server = PinExchange.ofServer(PIN, SERVER, random);
        PinExchange client = PinExchange.ofClient(PIN, SERVER, random);
        String share = client.share();
        for (int at = 0; at < share.length(); at++) {
            char other = share.charAt(at) == '1' ? '2' : '1';
            assertFalse(server.take(share.substring(0, at) + other + share.substring(at + 1)), "digit " + at);
        }
    }

    @Test
    void eachDigitOfAProofCounts() {
        PinExchange server = PinExchange.ofServer(PIN, SERVER, random);
        PinExchange client = PinExchange.ofClient(PIN, SERVER, random);
        assertTrue(client.take(server.share()) && server.take(client.share()));
        String proof = client.proof();
        for (int at = 0; at < proof.length(); at++) {
            char other = proof.charAt(at) == '1' ? '2' : '1';
            assertFalse(server.isProof(proof.substring(0, at) + other + proof.substring(at + 1)), "digit " + at);
        }
        assertFalse(server.isProof(proof.substring(1)));
        assertTrue(server.isProof(proof));
    }

    @Test
    void thereIsNoProofBeforeTheOthersShare() {
        PinExchange client = PinExchange.ofClient(PIN, SERVER, random);
        assertThrows(IllegalStateException.class, client::proof);
    }

    @Test
    void aPinHasANameThatOnlyItsServerGivesIt() {
        Identity server = Identity.fresh();
        assertEquals(server.nameOf(PIN), server.nameOf(new Pin("482913")));
        assertNotEquals(server.nameOf(PIN), server.nameOf(new Pin("482914")));
        assertNotEquals(server.nameOf(PIN), Identity.fresh().nameOf(PIN));
    }

    private boolean agree(Pin pinA, Optional<Fingerprint> a, Pin pinB, Optional<Fingerprint> b) {
        PinExchange client = PinExchange.ofClient(pinA, a, random);
        PinExchange server = PinExchange.ofServer(pinB, b, random);
        assertTrue(client.take(server.share()) && server.take(client.share()));
        boolean one = server.isProof(client.proof());
        assertEquals(one, client.isProof(server.proof()), "they find the same");
        return one;
    }
}
