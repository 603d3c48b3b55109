package io.lamplink.common.ui.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Files of peers that are shown as pictures; on the JavaFX thread. */
public interface ArrivedPictures {

    /** Where the file of a transfer is, if it has arrived and was compared with what was sent. */
    Optional<Path> verified(UUID transfer);

    /** Opens a file that has arrived; one that was not saved yet is saved first, under a name that programs know. */
    void look(UUID transfer);
}
