package io.lamplink.installer.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LockTest {
    private static final Lock LOCK = Lock.of(List.of("# a remark", "g:one:1 aa", "g:two:2:linux bb", "g:two:2:win cc"));

    @Test
    void isContentWithWhatIsLocked() {
        assertEquals(List.of(), LOCK.differences(Map.of("g:one:1", "aa", "g:two:2:linux", "bb")));
    }

    @Test
    void seesAnotherFileOfTheSameName() {
        assertEquals(
                List.of("g:one:1 is not the file that is locked: its SHA-256 is ab."),
                LOCK.differences(Map.of("g:one:1", "ab", "g:two:2:win", "cc")));
    }

    @Test
    void seesWhatCameAndWhatWent() {
        assertEquals(
                List.of(
                        "g:one:1.1 ships and is not locked.",
                        "g:one:1 is locked and does not ship.",
                        "g:two:2:linux is locked and does not ship.",
                        "g:two:2:win is locked and does not ship."),
                LOCK.differences(Map.of("g:one:1.1", "aa")));
    }
}
