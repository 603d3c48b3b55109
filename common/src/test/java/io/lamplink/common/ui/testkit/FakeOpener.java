package io.lamplink.common.ui.testkit;

import io.lamplink.common.ui.window.Opener;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A system that only notes what it was to open. */
public final class FakeOpener implements Opener {

    public final List<String> opened = new ArrayList<>();

    @Override
    public void browse(URI address) {
        opened.add("browse " + address);
    }

    @Override
    public void open(Path file) {
        opened.add("open " + file);
    }

    @Override
    public void showInFolder(Path file) {
        opened.add("show " + file);
    }
}
