package io.lamplink.common.tray;

/** What can be chosen in the menu of a sign. */
public enum TrayChoice {
    /** The window comes back, or to the front. */
    SHOW,
    /** Whatever begins or ends the link. */
    LINK,
    /** The program ends. */
    EXIT
}
