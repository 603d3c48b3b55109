/**
 * A sign in the tray of the desktop that stands for a window: what it shows, what can be chosen there, and the port by which
 * a window has one. It decides neither when there is one nor in which words, and knows no desktop.
 */
package io.lamplink.common.tray;
