package io.lamplink.common.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FailureReasonTest {

    @Test
    void theTokensOnTheWireNeverChange() {
        assertEquals(
                List.of(
                        "cancelled",
                        "paused",
                        "checking",
                        "declined",
                        "not-supported",
                        "busy",
                        "disk-full",
                        "disk-error",
                        "source-unreadable",
                        "source-changed",
                        "digest-mismatch",
                        "out-of-order",
                        "beyond-size",
                        "bad-message",
                        "unknown-transfer",
                        "replaced",
                        "stalled",
                        "link-lost",
                        "other"),
                Stream.of(FailureReason.values()).map(FailureReason::token).toList());
    }

    @Test
    void everyTokenNamesItsReason() {
        for (FailureReason reason : FailureReason.values()) {
            assertEquals(Optional.of(reason), FailureReason.ofToken(reason.token()));
        }
        assertEquals(Optional.empty(), FailureReason.ofToken("DISK_FULL"));
    }
}
