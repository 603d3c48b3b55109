package io.lamplink.client.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.ShortcutContract;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class ClientShortcutTest extends ShortcutContract<FakeClientEngine> {
    ClientShortcutTest() {
        super(new PlayedClient(), EnumSet.copyOf(Shortcut.Area.CLIENTS.shortcuts()));
    }

    @Test
    void theNewestFileIsSaved() {
        connect();
        TransferSnapshot arrived = Samples.incoming("a.pdf", 100, 0);
        tell(
                new EngineEvent.TransferChanged(mei, arrived, null),
                new EngineEvent.TransferChanged(mei, Samples.in(TransferSnapshot.State.COMPLETE, arrived, true), null));
        dialogs.target = Optional.of(Path.of("/tmp/a.pdf"));
        hands().press(KeyCode.CONTROL, KeyCode.S);
        assertEquals(1, engine.saves.size());
    }
}
