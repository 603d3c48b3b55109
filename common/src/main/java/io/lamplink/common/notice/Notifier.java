package io.lamplink.common.notice;

/** Shows notifications of the desktop. May be used from any thread; its methods return at once and never fail. */
public interface Notifier extends AutoCloseable {

    /** Shows {@code notice}, if the desktop has notifications. While it is slow about one, others may be left away. */
    void show(Notice notice);

    /** Takes away what stands on the desktop. */
    @Override
    default void close() {}

    /** Shows nothing. */
    static Notifier none() {
        return _ -> {};
    }

    /** Shows them as this system does. */
    static Notifier ofSystem() {
        return SystemNotifier.make();
    }
}
