package io.lamplink.common.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.discovery.FoundServer;
import io.lamplink.common.discovery.ServerFinder.Findings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ScriptedSearchTest {

    private static final FoundServer MEI = new FoundServer("Mei", "192.168.1.20", 8080, true);
    private static final FoundServer TOMAS = new FoundServer("Tomás", "fe80::7%eth0", 9090, false);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean stopped;
    private Duration waited = Duration.ZERO;

    @Test
    void eachServerIsALineOnce() {
        int status = search(told -> {
            told.accept(findings(MEI));
            told.accept(findings(MEI, TOMAS));
            told.accept(findings(TOMAS));
            told.accept(findings(TOMAS, MEI));
        });
        assertEquals("""
                {"event":"server","name":"Mei","address":"192.168.1.20","port":8080,"encrypted":true}
                {"event":"server","name":"Tomás","address":"fe80::7%eth0","port":9090,"encrypted":false}
                """, written());
        assertEquals(0, status);
        assertTrue(stopped);
        assertEquals(Duration.ofSeconds(5), waited);
    }

    @Test
    void ifNobodyIsFoundTheStatusSaysSo() {
        assertEquals(1, search(_ -> {}));
        assertEquals("", written());
    }

    @Test
    void withoutANetworkThereIsASentence() {
        assertEquals(1, search(told -> told.accept(new Findings(List.of(), true))));
        assertTrue(written().startsWith("{\"event\":\"error\""), written());
        assertTrue(written().contains("no network"), written());
    }

    private int search(Consumer<Consumer<Findings>> whileLooking) {
        return new ScriptedSearch(new EventLines(out))
                .run(
                        told -> {
                            whileLooking.accept(told);
                            return () -> stopped = true;
                        },
                        length -> {
                            assertFalse(stopped);
                            waited = length;
                        },
                        Duration.ofSeconds(5));
    }

    private static Findings findings(FoundServer... servers) {
        return new Findings(List.of(servers), false);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
