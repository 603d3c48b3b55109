/**
 * The Java-WebSocket endpoint that listens for clients. It turns callbacks into session events and does nothing else: no protocol,
 * no files, no window.
 */
package io.lamplink.server.net;
