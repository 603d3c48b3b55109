/**
 * The one door to the JavaFX thread: handing work over to it, and gathering fast updates into few. Nothing here knows what
 * the work is about.
 */
package io.lamplink.common.ui.fx;
