package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which files are shown as pictures in the log, and what a click on one does. */
final class ArrivedPicturesTest {

    private final FakeEngine engine = new FakeEngine();
    private final FakeWorld world = new FakeWorld();
    private final ConversationViewModel model = new ConversationViewModel(engine, world.ports(), Samples.studio());
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final TransferSnapshot photo = Samples.incoming("photo.jpg", 1000, 400);

    @BeforeEach
    void listen() {
        model.listen(model::handle);
    }

    @Test
    void aVerifiedPictureThatArrivedIsShown() {
        tell(photo, Samples.in(State.COMPLETE, photo, true));
        assertEquals(photo.id(), lastPicture());
        assertEquals(
                Optional.of(Path.of("/tmp/spool", "photo.jpg")),
                model.pictures().verified(photo.id()));
    }

    @Test
    void whatWasNotComparedIsNotLookedAt() {
        tell(photo, Samples.in(State.COMPLETE, photo, false));
        assertNull(lastPicture());
        assertEquals(Optional.empty(), model.pictures().verified(photo.id()));
        assertEquals(Optional.empty(), model.pictures().verified(UUID.randomUUID()));
    }

    @Test
    void whatIsStillUnderWayIsNotLookedAt() {
        tell(photo);
        assertEquals(Optional.empty(), model.pictures().verified(photo.id()));
    }

    @Test
    void otherFilesAndThoseOfThisSideAreNotShown() {
        TransferSnapshot text = Samples.incoming("photo.txt", 1000, 400);
        tell(text, Samples.in(State.COMPLETE, text, true));
        assertNull(lastPicture());
        TransferSnapshot own = Samples.outgoing("own.png", 1000, 400);
        tell(own, Samples.in(State.COMPLETE, own, true));
        assertNull(lastPicture());
        assertEquals(Optional.empty(), model.pictures().verified(own.id()));
        TransferSnapshot folder = Samples.folder(Samples.incoming("folder.png", 1000, 400), 3, 3, 0);
        tell(folder, Samples.in(State.COMPLETE, folder, true));
        assertNull(lastPicture());
    }

    @Test
    void aPictureIsSavedBeforeItIsOpened() {
        tell(photo, Samples.in(State.COMPLETE, photo, true));
        model.pictures().look(photo.id());
        assertEquals(List.of("photo.jpg"), world.dialogs.proposedNames);
        assertEquals(List.of(), world.opener.opened);
        tell(Samples.in(State.SAVED, photo, true));
        model.pictures().look(photo.id());
        assertEquals(List.of("open " + Path.of("/tmp/spool", "photo.jpg")), world.opener.opened);
    }

    private void tell(TransferSnapshot... snapshots) {
        for (TransferSnapshot snapshot : snapshots) {
            engine.tell(new EngineEvent.TransferChanged(mei, snapshot, null));
        }
    }

    private @Nullable UUID lastPicture() {
        return ((ChatEntry.Notice) model.entries().getLast()).picture();
    }
}
