/**
 * One link with one peer: its states, its chat, its transfers, its figures, and the port through which frames leave.
 * Knows neither JavaFX nor a socket library.
 */
package io.lamplink.common.session;
