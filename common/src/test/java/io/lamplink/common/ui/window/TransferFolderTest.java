package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.engine.SendProblem;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.control.TransferItem;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Folders: one row each, saved into a folder that the person chooses. */
final class TransferFolderTest {

    private static final Path HOME = Path.of("/home/mei");

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final FakeEngine engine = new FakeEngine();
    private final FakeWorld world = new FakeWorld();
    private final ConversationViewModel model = new ConversationViewModel(engine, world.ports(), Samples.studio());
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final TransferSnapshot moving =
            Samples.folder(Samples.incoming("photos", 3_200_000_000L, 1_600_000_000L), 1000, 12, 0);
    private final TransferSnapshot complete = Samples.folder(Samples.in(State.COMPLETE, moving, true), 1000, 1000, 0);

    @BeforeEach
    void listen() {
        model.listen(model::handle);
        world.dialogs.folder = Optional.of(HOME);
    }

    @Test
    void theLogCallsItAFolder() {
        tell(moving);
        assertEquals("📥 Receiving the folder photos (1,000 files · 3.2 GB) from Mei", lastLine());
        tell(complete);
        assertEquals("✅ The folder photos has arrived from Mei", lastLine());
        TransferSnapshot sent = Samples.folder(Samples.outgoing("src", 10, 0), 1, 0, 0);
        tell(sent);
        assertEquals("📤 Sending the folder src (1 file · 10 bytes) to Mei", lastLine());
        tell(Samples.in(State.FAILED, sent, false));
        assertEquals("❌ The folder src was not sent: the connection ended", lastLine());
    }

    @Test
    void itIsSavedIntoTheFolderThatWasChosen() {
        tell(moving);
        tell(complete);
        model.downloadNewest();
        assertEquals(List.of(Phrase.of("dialog.save-folder.title", "photos")), world.dialogs.folderTitles);
        assertEquals(List.of(), world.dialogs.proposedNames, "no file is chosen");
        assertEquals(List.of("save into " + moving.id() + " " + HOME), engine.asked);
        assertEquals(TransferItem.Stage.SAVING, only().stage());
        tell(Samples.in(State.SAVED, complete, true));
        engine.saves.getFirst().complete(new SaveResult.Saved(HOME.resolve("photos (2)")));
        assertEquals("💾 Saved the folder as " + HOME.resolve("photos (2)"), lastLine());
        model.transferActions().open(moving.id());
        model.transferActions().showInFolder(moving.id());
        assertEquals(2, world.opener.opened.size());
    }

    @Test
    void whoChangesTheirMindSavesNothing() {
        world.dialogs.folder = Optional.empty();
        tell(complete);
        model.transferActions().download(moving.id());
        assertEquals(List.of(), engine.asked);
        assertTrue(model.downloadableProperty().get());
    }

    @Test
    void progressIsByBytesAndByFilesWhereThereAreNone() {
        tell(moving);
        assertEquals(0.5, only().progress());
        TransferSnapshot empty = Samples.folder(Samples.incoming("empty files", 0, 0), 10, 3, 1);
        tell(empty);
        assertEquals(0.4, only().progress());
        tell(Samples.folder(Samples.in(State.COMPLETE, empty, true), 10, 9, 1));
        assertEquals(1, only().progress());
        TransferSnapshot nothing = Samples.folder(Samples.incoming("nothing", 0, 0), 0, 0, 0);
        tell(nothing);
        assertEquals(0, only().progress());
    }

    @Test
    void aFolderIsChosenAndSent() {
        model.giving().chooseFolder();
        assertEquals(List.of(new FakeEngine.Sent(HOME, Set.of())), engine.sent);
        assertEquals(List.of(Phrase.of("dialog.send-folder.title")), world.dialogs.folderTitles);
        world.dialogs.folder = Optional.empty();
        model.giving().chooseFolder();
        assertEquals(1, engine.sent.size());
    }

    @Test
    void theOriginalProgramTakesNoFolders() {
        engine.tell(new EngineEvent.SendFailed(HOME.resolve("photos"), SendProblem.NO_FOLDERS));
        assertTrue(lastLine().startsWith("❌ photos was not sent: the other program takes single files only"));
    }

    /** On a Mac a folder may be a program, which opening would start. */
    @Test
    void aFolderThatIsAProgramIsNotOpened() {
        tell(Samples.folder(Samples.in(State.SAVED, Samples.incoming("Game.app", 10, 10), true), 1, 1, 0));
        assertEquals(false, only().openable());
    }

    private void tell(TransferSnapshot snapshot) {
        engine.tell(new EngineEvent.TransferChanged(mei, snapshot, null));
    }

    private TransferItem only() {
        return model.transfers().getFirst().item();
    }

    private String lastLine() {
        return texts.get(((ChatEntry.Notice) model.entries().getLast()).phrase());
    }
}
