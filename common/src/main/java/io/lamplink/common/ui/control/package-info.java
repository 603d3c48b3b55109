/**
 * The widgets both windows show, such as the status lamp, the chat log, the composer and the transfer list. A widget shows
 * immutable values and reports what was clicked; it holds no session and moves no file.
 */
package io.lamplink.common.ui.control;
