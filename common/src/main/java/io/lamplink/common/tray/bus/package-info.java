/**
 * The tray of desktops that speak StatusNotifierItem over D-Bus: KDE, and most others by themselves or by an extension. The
 * only room that knows the library of D-Bus, which reads and calls what is public here; nobody else has to look at it.
 */
package io.lamplink.common.tray.bus;
