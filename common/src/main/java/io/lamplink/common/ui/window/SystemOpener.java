package io.lamplink.common.ui.window;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the system's own opener. Arguments are passed one by one, never through a shell. */
public final class SystemOpener implements Opener {

    private static final Logger LOG = LoggerFactory.getLogger(SystemOpener.class);

    private enum Family {
        WINDOWS,
        MAC,
        OTHER
    }

    private final Family family = ofName(System.getProperty("os.name").toLowerCase(Locale.ROOT));

    @Override
    public void browse(URI address) {
        start(opening(address.toASCIIString()));
    }

    @Override
    public void open(Path file) {
        start(opening(file.toAbsolutePath().toString()));
    }

    @Override
    public void showInFolder(Path file) {
        Path whole = file.toAbsolutePath();
        start(
                switch (family) {
                    case WINDOWS -> List.of("explorer.exe", "/select,", whole.toString());
                    case MAC -> List.of("open", "-R", whole.toString());
                    case OTHER -> List.of("xdg-open", String.valueOf(whole.getParent()));
                });
    }

    private List<String> opening(String what) {
        return switch (family) {
            case WINDOWS -> List.of("rundll32.exe", "url.dll,FileProtocolHandler", what);
            case MAC -> List.of("open", what);
            case OTHER -> List.of("xdg-open", what);
        };
    }

    private static void start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.warn("{} can't be started.", command.getFirst(), e);
        }
    }

    private static Family ofName(String name) {
        if (name.contains("mac")) {
            return Family.MAC;
        }
        return name.contains("win") ? Family.WINDOWS : Family.OTHER;
    }
}
