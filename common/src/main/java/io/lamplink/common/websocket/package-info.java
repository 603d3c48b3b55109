/**
 * What both endpoints share of Java-WebSocket: the draft, TLS and the channel that carries a session's frames. It opens
 * no connection and accepts none; that is done in the {@code net} rooms of the two windows. Everything the library does
 * that would stall, stop or flood a window is met here or there, each with a test that names it.
 */
package io.lamplink.common.websocket;
