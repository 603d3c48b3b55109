package io.lamplink.common.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PIN of a server in a file for its user alone, from one run to the next. Reads and writes files, so it must not be asked
 * where that may not happen; any thread may call any method. What cannot be read or kept is logged. A PIN that was kept and
 * cannot be read any more is not taken for none: that would let everybody in.
 */
public final class KeptPin {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPin.class);
    private static final Pattern FORM = Pattern.compile("asked=(true|false)\npin=([0-9]+)\n");

    private final OwnFile file;

    /** The PIN in {@code file}, which need not be there. */
    public KeptPin(Path file) {
        this.file = new OwnFile(file);
    }

    /** What was kept last, or a new PIN that is asked for where that cannot be read; empty if nothing was kept. */
    public Optional<PinSetting> read() {
        try {
            return file.underLock(own -> {
                boolean kept = own.isThere();
                Optional<PinSetting> setting = own.read(KeptPin::setting);
                return kept && setting.isEmpty() ? Optional.of(another(own)) : setting;
            });
        } catch (IOException e) {
            LOG.warn("The PIN that was kept cannot be read.", e);
            return file.isThere() ? Optional.of(another()) : Optional.empty();
        }
    }

    private static PinSetting another(OwnFile own) {
        PinSetting another = another();
        try {
            write(own, another);
        } catch (UncheckedIOException e) {
            LOG.warn("The PIN will not be known at the next start.", e);
        }
        return another;
    }

    private static PinSetting another() {
        LOG.warn("A new PIN is asked for.");
        return new PinSetting(Pin.fresh(new SecureRandom()), true);
    }

    /** Keeps {@code setting} in place of what was kept. */
    public void keep(PinSetting setting) {
        try {
            var _ = file.underLock(own -> {
                write(own, setting);
                return true;
            });
        } catch (IOException e) {
            LOG.warn("The PIN will not be known at the next start.", e);
        }
    }

    private static void write(OwnFile file, PinSetting setting) {
        try {
            file.write("asked=" + setting.asked() + "\npin=" + setting.pin().digits() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PinSetting setting(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("This is no PIN.");
        }
        return new PinSetting(new Pin(form.group(2)), Boolean.parseBoolean(form.group(1)));
    }
}
