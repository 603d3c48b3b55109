package io.lamplink.common.tray;

/** The tray of a desktop, for one sign in it. Used on one thread; no call waits for the desktop, and none fails. */
public interface Tray {

    /** Whether this kind of system can have a tray at all. Whether there is one is told when it is opened. */
    boolean offered();

    /** Puts a sign into the tray. {@code listener} is told whether that worked, soon and whenever it changes. */
    void open(TrayFace face, TrayListener listener);

    /** The sign looks like this from now on. */
    void show(TrayFace face);

    /** Takes the sign away; the listener hears nothing more of it. */
    void close();

    /** None, on a system that has none. */
    static Tray none() {
        return new Tray() {
            @Override
            public boolean offered() {
                return false;
            }

            @Override
            public void open(TrayFace face, TrayListener listener) {
                listener.there(false);
            }

            @Override
            public void show(TrayFace face) {}

            @Override
            public void close() {}
        };
    }
}
