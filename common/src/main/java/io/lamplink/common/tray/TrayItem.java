package io.lamplink.common.tray;

/**
 * A line of the menu of a sign.
 *
 * @param choice what it means
 * @param words what it says
 */
public record TrayItem(TrayChoice choice, String words) {}
