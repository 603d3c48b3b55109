package io.lamplink.common.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The numbers of the example of a PIN in docs/protocol.md are those that come out, and so are the limits for guessing. */
final class ProtocolPagePinTest {
    private static final Pattern ROW = Pattern.compile("^\\| (\\w+) \\| `([0-9a-f]+)` \\|$", Pattern.MULTILINE);

    private static String page;
    private static Map<String, String> example;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("../docs/protocol.md"));
        String section = page.substring(page.indexOf("### Shares and proofs"), page.indexOf("### Wrong PINs"));
        example = ROW.matcher(section).results().collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    @Test
    void theExampleIsWhatComesOut() {
        Pin pin = new Pin(example.get("PIN"));
        Optional<Fingerprint> server = Optional.of(new Fingerprint(example.get("AAD")));
        PinExchange client = PinExchange.ofClient(pin, server, number("x"));
        PinExchange asking = PinExchange.ofServer(pin, server, number("y"));
        assertEquals(example.get("pA"), client.share());
        assertEquals(example.get("pB"), asking.share());
        assertTrue(client.take(asking.share()) && asking.take(client.share()));
        assertEquals(example.get("cA"), client.proof());
        assertEquals(example.get("cB"), asking.proof());
        byte[] digits = pin.digits().getBytes(StandardCharsets.US_ASCII);
        byte[] label = "lamplink.v1 PIN".getBytes(StandardCharsets.US_ASCII);
        assertEquals(number("w"), Spake2.number(digits, label));
    }

    @Test
    void theMessagesAreThoseOfTheExample() {
        for (String name : new String[] {"pA", "pB"}) {
            assertTrue(page.contains("{\"type\":\"PIN_SHARE\",\"share\":\"" + example.get(name) + "\"}"), name);
        }
        for (String name : new String[] {"cA", "cB"}) {
            assertTrue(page.contains("{\"type\":\"PIN_PROOF\",\"proof\":\"" + example.get(name) + "\"}"), name);
        }
    }

    @Test
    void whatIsSaidOfGuessingIsSo() {
        String section = page.substring(page.indexOf("### Wrong PINs"), page.indexOf("## HELLO"))
                .replace('\n', ' ');
        assertEquals(5, PinGuard.WRONG_BEFORE_LOCK);
        for (String part : new String[] {
            "waits " + PinGuard.FIRST_PAUSE.toSeconds() + " second, then 2, 4 and 8; after the fifth",
            "locked for " + PinGuard.FIRST_LOCK.toMinutes() + " minutes, then 10, 20, 40 and from then on "
                    + PinGuard.LONGEST_LOCK.toMinutes(),
            PinGuard.AT_ONCE + " in all",
            PinGuard.STRANGERS_BURST + " wrong tries at once and one more every " + PinGuard.STRANGERS_EVERY.toMinutes()
                    + " minutes",
            PinGuard.FORGOTTEN_AFTER.toHours() + " hours without a try"
        }) {
            assertTrue(section.contains(part), part);
        }
        assertTrue(page.contains(Pin.MIN_DIGITS + " to " + Pin.MAX_DIGITS + " digits that people tell each other"));
    }

    private static BigInteger number(String name) {
        return new BigInteger(example.get(name), 16);
    }
}
