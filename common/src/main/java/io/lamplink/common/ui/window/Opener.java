package io.lamplink.common.ui.window;

import java.net.URI;
import java.nio.file.Path;

/** Hands things over to the system's own programs. Returns at once and never fails. */
public interface Opener {

    /** Shows a web page. */
    void browse(URI address);

    /** Opens a file with the program for its kind. */
    void open(Path file);

    /** Shows a file in the file manager. */
    void showInFolder(Path file);
}
