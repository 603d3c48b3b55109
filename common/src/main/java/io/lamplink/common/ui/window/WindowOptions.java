package io.lamplink.common.ui.window;

import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.history.HistoryAccess;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.notice.Signals;
import io.lamplink.common.ui.theme.FileSettings;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.theme.Theme;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;

/**
 * How a window opens. Immutable; what is empty is as the person last left it, or as the system is set.
 *
 * @param settings where choices are remembered
 * @param hosts reads what is said of this machine; may take a while
 * @param theme the theme to open with
 * @param language the language to open with
 * @param bounds place and size on the screen
 * @param dialogs who answers questions, instead of the person
 * @param opener who opens files and links, instead of the system
 * @param time the time of day, with the zone in which it is told, and how work gets onto the JavaFX thread
 * @param history what was said before, and where it is kept
 * @param signals how to reach a person who looks elsewhere
 * @param hideout where the window can be while it is not on the screen
 * @param program what it knows of itself
 */
public record WindowOptions(
        Settings settings,
        Supplier<HostInfo> hosts,
        Optional<Theme> theme,
        Optional<Language> language,
        Optional<Rectangle2D> bounds,
        Optional<Dialogs> dialogs,
        Optional<Opener> opener,
        WindowTime time,
        HistoryAccess history,
        Signals signals,
        Hideout hideout,
        ThisProgram program) {

    /** For a person: remembers their choices under {@code name}, {@code server} or {@code client}. */
    public static WindowOptions ofUser(String name) {
        return of(FileSettings.ofUser(name), HostInfo::ofThisMachine)
                .with(Signals.ofSystem())
                .with(Hideout.ofSystem());
    }

    /** For a script or a test: remembers nothing. */
    public static WindowOptions forgetful(HostInfo host) {
        return of(Settings.inMemory(), () -> host);
    }

    private static WindowOptions of(Settings settings, Supplier<HostInfo> hosts) {
        return new WindowOptions(
                settings,
                hosts,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WindowTime.real(),
                HistoryAccess.none(),
                Signals.none(),
                Hideout.none(),
                ThisProgram.forgetful());
    }

    /** What is said of this machine. */
    public HostInfo host() {
        return hosts.get();
    }

    /** The same with another theme. */
    public WindowOptions with(Theme other) {
        return change(draft -> draft.theme = Optional.of(other));
    }

    /** The same with choices remembered elsewhere. */
    public WindowOptions with(Settings other) {
        return change(draft -> draft.settings = other);
    }

    /** The same in another language. */
    public WindowOptions with(Language other) {
        return change(draft -> draft.language = Optional.of(other));
    }

    /** The same at another place. */
    public WindowOptions with(Rectangle2D other) {
        return change(draft -> draft.bounds = Optional.of(other));
    }

    /** The same with somebody else to answer questions. */
    public WindowOptions with(Dialogs other) {
        return change(draft -> draft.dialogs = Optional.of(other));
    }

    /** The same with something else to open files and links. */
    public WindowOptions with(Opener other) {
        return change(draft -> draft.opener = Optional.of(other));
    }

    /** The same with times told in another zone. */
    public WindowOptions with(ZoneId other) {
        return with(time.in(other));
    }

    /** The same with time passing otherwise. */
    public WindowOptions with(WindowTime other) {
        return change(draft -> draft.time = other);
    }

    /** The same with what was said before. */
    public WindowOptions with(HistoryAccess other) {
        return change(draft -> draft.history = other);
    }

    /** The same with other ways to reach who looks elsewhere. */
    public WindowOptions with(Signals other) {
        return change(draft -> draft.signals = other);
    }

    /** The same for a program that knows more of itself. */
    public WindowOptions with(ThisProgram other) {
        return change(draft -> draft.program = other);
    }

    /** The same with another place for what is not on the screen. */
    public WindowOptions with(Hideout other) {
        return change(draft -> draft.hideout = other);
    }

    private WindowOptions change(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** Options in the making. */
    private static final class Draft {
        private final Supplier<HostInfo> hosts;
        private Settings settings;
        private Optional<Theme> theme;
        private Optional<Language> language;
        private Optional<Rectangle2D> bounds;
        private Optional<Dialogs> dialogs;
        private Optional<Opener> opener;
        private WindowTime time;
        private HistoryAccess history;
        private Signals signals;
        private Hideout hideout;
        private ThisProgram program;

        Draft(WindowOptions from) {
            hosts = from.hosts;
            settings = from.settings;
            theme = from.theme;
            language = from.language;
            bounds = from.bounds;
            dialogs = from.dialogs;
            opener = from.opener;
            time = from.time;
            history = from.history;
            signals = from.signals;
            hideout = from.hideout;
            program = from.program;
        }

        WindowOptions options() {
            return new WindowOptions(
                    settings, hosts, theme, language, bounds, dialogs, opener, time, history, signals, hideout,
                    program);
        }
    }
}
