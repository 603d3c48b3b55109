package io.lamplink.common.notice;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How each kind of system is asked to show a notification. */
final class SystemNotifier {
    private static final String PROGRAM = "Lamplink";

    private SystemNotifier() {}

    static Notifier make() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new TrayNotifier();
        }
        return new CommandNotifier(
                name.startsWith("mac")
                        ? List.of(SystemNotifier::script)
                        : List.<Function<Notice, List<String>>>of(SystemNotifier::notifySend, SystemNotifier::bus));
    }

    /** Of libnotify. What follows "--" is no option, and the first of the two is no markup. */
    static List<String> notifySend(Notice notice) {
        return List.of(
                "notify-send",
                "--app-name=" + PROGRAM,
                "--category=im.received",
                "--",
                notice.title(),
                notice.markup());
    }

    /**
     * Of systemd: the same call of org.freedesktop.Notifications, argument by argument. Neither picture, buttons nor hints; it
     * replaces no other, and stays as long as the desktop likes.
     */
    static List<String> bus(Notice notice) {
        return List.of(
                "busctl",
                "--user",
                "--timeout=4",
                "call",
                "--",
                "org.freedesktop.Notifications",
                "/org/freedesktop/Notifications",
                "org.freedesktop.Notifications",
                "Notify",
                "susssasa{sv}i",
                PROGRAM,
                "0",
                "",
                notice.title(),
                notice.markup(),
                "0",
                "0",
                "-1");
    }

    /** Of macOS. The words are arguments of the script, not part of it; after the first of them there are no options. */
    static List<String> script(Notice notice) {
        return List.of(
                "osascript",
                "-e",
                "on run argv",
                "-e",
                "display notification (item 3 of argv) with title (item 2 of argv)",
                "-e",
                "end run",
                PROGRAM,
                notice.title(),
                notice.text());
    }
}
