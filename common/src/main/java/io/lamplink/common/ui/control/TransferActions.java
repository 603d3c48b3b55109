package io.lamplink.common.ui.control;

import java.util.UUID;

/** What the buttons of a transfer card ask for. */
public interface TransferActions {

    /** Hold it up. */
    void pause(UUID transfer);

    /** Let it go on. */
    void resume(UUID transfer);

    /** Stop it. */
    void cancel(UUID transfer);

    /** Save the file or the folder that arrived. */
    void download(UUID transfer);

    /** Open what was saved. */
    void open(UUID transfer);

    /** Show what was saved or sent in the system's file manager. */
    void showInFolder(UUID transfer);

    /** Take the card of an ended transfer away. */
    void dismiss(UUID transfer);
}
