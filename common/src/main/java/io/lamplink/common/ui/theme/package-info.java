/**
 * Themes and languages, how keys and figures are written in them, and switching between them while the windows are open. It is about look; it keeps no state of a
 * link or a transfer.
 */
package io.lamplink.common.ui.theme;
