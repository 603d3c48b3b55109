package io.lamplink.common.ui.control;

import java.util.UUID;

/** What the buttons of a transfer card ask for. */
public interface TransferActions {

    /** Stop it. */
    void cancel(UUID transfer);

    /** Save the file that arrived. */
    void download(UUID transfer);

    /** Open the saved file. */
    void open(UUID transfer);

    /** Show the saved or the sent file in the system's file manager. */
    void showInFolder(UUID transfer);

    /** Take the card of an ended transfer away. */
    void dismiss(UUID transfer);
}
