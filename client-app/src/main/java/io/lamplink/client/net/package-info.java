/**
 * The Java-WebSocket endpoint that connects to a server. It turns callbacks into session events and does nothing else: no protocol,
 * no files, no window.
 */
package io.lamplink.client.net;
