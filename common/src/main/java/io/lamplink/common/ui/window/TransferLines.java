package io.lamplink.common.ui.window;

import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;

/** What the log says of a transfer. */
final class TransferLines {

    private TransferLines() {}

    static Phrase started(TransferBatch batch) {
        TransferSlot slot = batch.first();
        TransferSnapshot now = slot.snapshot();
        Amount size = new Amount.Bytes(now.size());
        Object peer = batch.several()
                ? Phrase.of("log.batch.receivers", batch.slots().size())
                : slot.peer().name();
        FolderContents contents = now.contents();
        if (contents == null) {
            return Phrase.of(slot.incoming() ? "log.file.receiving" : "log.file.sending", now.name(), size, peer);
        }
        return Phrase.of(
                slot.incoming() ? "log.folder.receiving" : "log.folder.sending",
                now.name(),
                Phrase.of("transfer.folder.whole", contents.files(), size),
                peer);
    }

    static Phrase completed(TransferSlot slot) {
        String key = slot.folder()
                ? slot.incoming() ? "log.folder.received" : "log.folder.sent"
                : slot.incoming() ? "log.file.received" : "log.file.sent";
        return Phrase.of(key, slot.snapshot().name(), slot.peer().name());
    }

    /** How a file for several ended. */
    static Phrase ended(TransferBatch batch) {
        return Phrase.of(
                batch.troubled() ? "log.batch.some" : "log.batch.ended",
                batch.have(),
                batch.slots().size(),
                batch.first().snapshot().name());
    }

    static Phrase failed(TransferSlot slot) {
        String key = slot.folder()
                ? slot.incoming() ? "log.folder.receive-failed" : "log.folder.send-failed"
                : slot.incoming() ? "log.file.receive-failed" : "log.file.send-failed";
        return Phrase.of(key, slot.snapshot().name(), Sentences.of(slot.failure()));
    }

    static Phrase saved(boolean folder, Path target) {
        return Phrase.of(folder ? "log.folder.saved" : "log.file.saved", target.toString());
    }
}
