package io.lamplink.common.tray;

/** Hears of a sign in the tray, on any thread. Must return soon. */
public interface TrayListener {

    /** Whether somebody sees the sign now. */
    void there(boolean there);

    /** The person chose something; a click on the sign itself is {@link TrayChoice#SHOW}. */
    void chosen(TrayChoice choice);
}
