package io.lamplink.common.power;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.testkit.Samples;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AwakeWhileMovingTest {
    private final List<String> asked = new ArrayList<>();
    private final Deque<Runnable> looks = new ArrayDeque<>();
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final SleepInhibitor inhibitor = new SleepInhibitor() {
        @Override
        public void inhibit() {
            asked.add("inhibit");
        }

        @Override
        public void release() {
            asked.add("release");
        }
    };
    private final AwakeWhileMoving awake = new AwakeWhileMoving(inhibitor, (_, look) -> looks.add(look));

    private TransferSnapshot begin() {
        TransferSnapshot transfer = Samples.incoming("film.mkv", 1_000, 0);
        tell(transfer);
        return transfer;
    }

    private void tell(TransferSnapshot transfer) {
        awake.onEvent(new EngineEvent.TransferChanged(mei, transfer, null));
    }

    private void change(TransferSnapshot transfer, State state) {
        tell(Samples.in(state, transfer, false));
    }

    private void aStepPasses() {
        looks.remove().run();
    }

    @Test
    void whatMovesKeepsTheComputerAwakeUntilItHasArrived() {
        TransferSnapshot film = begin();
        aStepPasses();
        assertEquals(List.of("inhibit"), asked);
        change(film, State.VERIFYING);
        aStepPasses();
        change(film, State.COMPLETE);
        aStepPasses();
        assertEquals(List.of("inhibit", "inhibit"), asked.subList(0, 2));
        assertEquals("release", asked.getLast());
        assertEquals(0, looks.size(), "nothing is looked at while nothing moves");
    }

    @Test
    void whatIsSoonOverAsksForNothing() {
        change(begin(), State.COMPLETE);
        aStepPasses();
        aStepPasses();
        assertEquals(List.of(), asked);
        assertEquals(0, looks.size());
    }

    @Test
    void manySmallFilesAskOnceAndLetGoAfterTheLast() {
        TransferSnapshot first = begin();
        aStepPasses();
        change(first, State.COMPLETE);
        change(begin(), State.COMPLETE);
        aStepPasses();
        assertEquals(List.of("inhibit", "inhibit"), asked);
        aStepPasses();
        assertEquals(List.of("inhibit", "inhibit", "release"), asked);
    }

    @Test
    void whatIsPausedKeepsNobodyAwakeAndWhatGoesOnDoesAgain() {
        TransferSnapshot film = begin();
        aStepPasses();
        change(film, State.PAUSED);
        aStepPasses();
        assertEquals(List.of("inhibit", "release"), asked);
        tell(film);
        aStepPasses();
        assertEquals("inhibit", asked.getLast());
    }

    @Test
    void oneOfTwoIsEnough() {
        TransferSnapshot film = begin();
        begin();
        aStepPasses();
        change(film, State.FAILED);
        aStepPasses();
        aStepPasses();
        assertEquals(List.of("inhibit", "inhibit", "inhibit"), asked);
    }
}
