package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomMembersTest {
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BOB = new UUID(1, 2);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RoomMembers members = new RoomMembers(new RoomNames("Server"));

    private static UUID link(int number) {
        return new UUID(2, number);
    }

    /** Ann and Bob are there, and know it. */
    private void twoAreThere() {
        members.join(link(1), "Ann", ANN);
        members.join(link(2), "Bob", BOB);
        members.takeNews();
    }

    private void assertNews(List<String> left, List<String> joined) {
        RoomMembers.News news = members.takeNews();
        assertEquals(left, news.left());
        assertEquals(joined, news.joined());
    }

    @Test
    void newcomersHearWhoIsThereAndOthersOfThem() {
        assertEquals("Ann", members.join(link(1), "Ann", ANN));
        RoomMembers.News first = members.takeNews();
        assertEquals(Set.of(link(1)), first.newcomers());
        assertEquals(List.of("Ann"), first.here());
        assertEquals("Ann (2)", members.join(link(2), "Ann", BOB));
        RoomMembers.News second = members.takeNews();
        assertEquals(Set.of(link(2)), second.newcomers());
        assertEquals(List.of("Ann", "Ann (2)"), second.here());
        assertEquals(List.of("Ann (2)"), second.joined());
        assertFalse(members.hasNews());
    }

    @Test
    void leavingOnPurposeIsToldAtOnceAndFreesTheName() {
        twoAreThere();
        members.leave(link(1), false, 0);
        assertNews(List.of("Ann"), List.of());
        assertEquals("Ann", members.join(link(3), "Ann", null));
        assertNews(List.of(), List.of("Ann"));
    }

    @Test
    void whoIsBackSoonAfterABreakHasNeitherLeftNorJoined() {
        twoAreThere();
        members.leave(link(1), true, 0);
        assertFalse(members.hasNews());
        members.expire(9 * SECOND);
        assertEquals("Ann", members.join(link(3), "Ann", ANN));
        RoomMembers.News news = members.takeNews();
        assertEquals(Set.of(link(3)), news.newcomers());
        assertEquals(List.of(), news.left());
        assertEquals(List.of(), news.joined());
        members.expire(100 * SECOND);
        assertFalse(members.hasNews());
    }

    @Test
    void whoIsAwayKeepsItsNameAndIsStillNamed() {
        twoAreThere();
        members.leave(link(1), true, 0);
        assertEquals("Ann (2)", members.join(link(3), "Ann", null));
        assertEquals(List.of("Bob", "Ann (2)", "Ann"), members.takeNews().here());
    }

    @Test
    void whoIsNotBackInTimeHasLeftOnce() {
        twoAreThere();
        members.leave(link(1), true, 5 * SECOND);
        members.expire(14 * SECOND);
        assertFalse(members.hasNews());
        members.expire(15 * SECOND);
        assertNews(List.of("Ann"), List.of());
        members.expire(16 * SECOND);
        assertFalse(members.hasNews());
        members.join(link(3), "Ann", ANN);
        assertNews(List.of(), List.of("Ann"));
    }

    @Test
    void aBrokenLinkOfAStrangerIsTheEndOfIt() {
        members.join(link(1), "192.0.2.7", null);
        members.takeNews();
        members.leave(link(1), true, 0);
        assertNews(List.of("192.0.2.7"), List.of());
    }

    /** The old link's end is noticed after the new link is there. */
    @Test
    void aNewLinkOfTheSameClientTakesTheNameOver() {
        twoAreThere();
        assertEquals("Ann", members.join(link(3), "Ann", ANN));
        members.leave(link(1), true, 0);
        assertNews(List.of(), List.of());
        members.leave(link(3), false, 0);
        assertNews(List.of("Ann"), List.of());
    }

    @Test
    void whoComesBackUnderAnotherNameIsToldOf() {
        twoAreThere();
        members.leave(link(1), true, 0);
        assertEquals("Anna", members.join(link(3), "Anna", ANN));
        assertNews(List.of("Ann"), List.of("Anna"));
    }

    @Test
    void whoComesAndGoesBeforeAnythingIsToldIsNotToldOf() {
        twoAreThere();
        members.join(link(3), "Tom", null);
        members.leave(link(3), false, 0);
        assertFalse(members.hasNews());
    }

    @Test
    void aNameThatIsTakenUpAgainHasLeftAndJoined() {
        twoAreThere();
        members.leave(link(1), false, 0);
        members.join(link(3), "Ann", null);
        assertTrue(members.hasNews());
        assertNews(List.of("Ann"), List.of("Ann"));
    }
}
