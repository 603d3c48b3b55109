package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is written to while people come and go. */
final class AudienceTest {

    private final Audience audience = new Audience();
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final Peer tomas = Samples.peer("Tomás", "192.168.1.33");

    @BeforeEach
    void join() {
        audience.join(mei);
        audience.join(tomas);
    }

    @Test
    void atFirstEveryoneIsWrittenTo() {
        assertEquals(Set.of(), audience.ids());
        assertNull(audience.wordsProperty().get());
    }

    @Test
    void oneIsNamedAndSeveralAreCounted() {
        audience.choose(Set.of(mei.id()));
        assertEquals(Phrase.of("recipient.one", "Mei"), audience.wordsProperty().get());
        audience.choose(Set.of(mei.id(), tomas.id()));
        assertEquals(Phrase.of("recipient.some", 2), audience.wordsProperty().get());
        assertEquals(Set.of(mei.id(), tomas.id()), audience.ids());
    }

    @Test
    void whoIsNotThereCannotBeChosen() {
        audience.choose(Set.of(UUID.randomUUID()));
        assertEquals(List.of(), audience.chosenProperty().get());
    }

    @Test
    void ofSeveralWhoLeavesIsNoLongerWrittenTo() {
        audience.choose(Set.of(mei.id(), tomas.id()));
        audience.leave(mei.id(), true);
        assertEquals(List.of(tomas), audience.chosenProperty().get());
        assertFalse(audience.goneProperty().get());
    }

    @Test
    void whenTheLastOfTheChosenLeavesEveryoneIsWrittenToAgain() {
        audience.choose(Set.of(mei.id()));
        audience.leave(mei.id(), false);
        assertEquals(List.of(), audience.chosenProperty().get());
        assertNull(audience.wordsProperty().get());
    }

    /** What was begun for one alone must not go to everyone by itself. */
    @Test
    void whatWasBegunForOneAloneWaitsForADecision() {
        audience.choose(Set.of(mei.id()));
        audience.leave(mei.id(), true);
        assertTrue(audience.goneProperty().get());
        assertEquals(
                Phrase.of("recipient.gone", "Mei"), audience.wordsProperty().get());
        audience.choose(Set.of());
        assertFalse(audience.goneProperty().get());
    }

    @Test
    void othersWhoLeaveChangeNothing() {
        audience.choose(Set.of(mei.id()));
        audience.leave(tomas.id(), false);
        assertEquals(List.of(mei), audience.chosenProperty().get());
        assertEquals(List.of(mei), audience.peers());
    }
}
