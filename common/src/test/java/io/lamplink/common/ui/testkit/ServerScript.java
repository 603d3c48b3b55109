package io.lamplink.common.ui.testkit;

import io.lamplink.common.engine.EngineEvent;
import java.util.List;
import java.util.stream.IntStream;

/** What happens before the server's window, whichever engine a test plays; how the window opens is left to those who can. */
public abstract class ServerScript<E extends FakeEngine> extends PlayedProgram<E> {
    /** Before a window that {@code engine} serves. */
    protected ServerScript(E engine) {
        super(engine, new EngineEvent.Listening(Samples.listening()));
    }

    @Override
    public List<EngineEvent> crowding() {
        return IntStream.range(0, 12)
                .<EngineEvent>mapToObj(i -> new EngineEvent.PeerJoined(
                        i == 0 ? Samples.qtPeer("192.168.1.40") : Samples.peer("pupil-" + i, "192.168.1." + (i + 50))))
                .toList();
    }

    @Override
    public List<String> openers() {
        return List.of("#pinButton", "#identityButton", "#addressesButton", "#roomButton");
    }
}
