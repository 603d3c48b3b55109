package io.lamplink.common.ui.window;

import io.lamplink.common.ui.theme.Phrase;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Hands things over to the system's own programs. Returns at once. */
public interface Opener {

    /** Shows a web page. */
    void browse(URI address);

    /** Opens a file with the program for its kind. */
    void open(Path file);

    /** Shows a file in the file manager. */
    void showInFolder(Path file);

    /** Tells {@code teller} from now on why something was not opened, and what to do; from any thread. */
    default void setOnProblem(Consumer<Phrase> teller) {}
}
