package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.Duration;
import java.time.ZoneOffset;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;

final class TitleModelTest {
    private final FakeWorld world = new FakeWorld();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final TitleModel model = new TitleModel(world.ports(), unread.getReadOnlyProperty());
    private final ObservableValue<Phrase> title = model.title("app.client.title");
    private final TransferSnapshot big = Samples.incoming("big", 900, 0);
    private final TransferSnapshot small = Samples.outgoing("small", 100, 0);

    private String title(Language language) {
        return new Texts(language, ZoneOffset.UTC).get(title.getValue());
    }

    private String title() {
        return title(Language.ENGLISH);
    }

    private static TransferSnapshot at(TransferSnapshot transfer, long moved) {
        return Samples.later(transfer, moved, Duration.ofSeconds(1));
    }

    @Test
    void theTitleCountsWhatIsUnread() {
        assertEquals("Lamplink client", title());
        unread.set(3);
        assertEquals("(3) Lamplink client", title());
        unread.set(0);
        assertEquals("Lamplink client", title());
    }

    @Test
    void theTitleSaysHowFarAllTransfersOfARunAreAtMostTwiceASecond() {
        model.take(big);
        model.take(small);
        world.beat();
        assertEquals("0 % · Lamplink client", title());
        for (int i = 1; i <= 320; i++) {
            model.take(at(big, i));
        }
        assertEquals("0 % · Lamplink client", title(), "not before its time");
        world.beat();
        assertEquals("32 % · Lamplink client", title());
        model.take(Samples.in(State.COMPLETE, small, true));
        world.beat();
        assertEquals("42 % · Lamplink client", title(), "what has ended still counts");
        unread.set(1200);
        assertEquals("(1,200) 42 % · Lamplink client", title());
        assertEquals("(1,200) 42% · Lamplink 客户端", title(Language.CHINESE));
        model.take(Samples.in(State.COMPLETE, big, true));
        assertEquals("(1,200) Lamplink client", title());
        assertEquals(0, world.beating());
    }

    @Test
    void aNewRunBeginsAnew() {
        model.take(big);
        model.take(Samples.in(State.COMPLETE, big, true));
        model.take(small);
        world.beat();
        assertEquals("0 % · Lamplink client", title());
    }

    @Test
    void whatHasFailedCountsNoMore() {
        model.take(at(big, 450));
        model.take(at(small, 80));
        model.take(big.ended(FailureReason.CANCELLED));
        world.beat();
        assertEquals("80 % · Lamplink client", title());
    }

    @Test
    void whatIsHeldUpAloneIsNoProgress() {
        model.take(at(big, 450));
        model.take(Samples.heldUp(at(big, 450), new TransferSnapshot.Pause(true, false, FailureReason.PAUSED, "")));
        assertEquals("Lamplink client", title());
        assertEquals(0, world.beating());
        model.take(at(big, 450));
        world.beat();
        assertEquals("50 % · Lamplink client", title());
    }

    @Test
    void whatIsHeldUpDoesNotSpoilWhatMoves() {
        TransferSnapshot.Pause pause = new TransferSnapshot.Pause(false, true, FailureReason.LINK_LOST, "");
        model.take(at(big, 450));
        model.take(Samples.heldUp(at(big, 450), pause));
        model.take(at(small, 30));
        world.beat();
        assertEquals("30 % · Lamplink client", title());
        model.take(Samples.in(State.COMPLETE, small, true));
        assertEquals("Lamplink client", title());
        model.take(at(big, 450));
        world.beat();
        assertEquals("50 % · Lamplink client", title());
    }

    @Test
    void emptyFilesDivideByNothing() {
        model.take(Samples.incoming("empty", 0, 0));
        world.beat();
        assertEquals("0 % · Lamplink client", title());
    }
}
