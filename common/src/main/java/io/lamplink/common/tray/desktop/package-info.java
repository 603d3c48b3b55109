/**
 * Which tray each kind of system has: StatusNotifierItem on Linux and BSD, the notification area on Windows, none on macOS.
 * Nothing of it is loaded before a sign is wanted, and all that may take a while is done on a thread of its own.
 */
package io.lamplink.common.tray.desktop;
