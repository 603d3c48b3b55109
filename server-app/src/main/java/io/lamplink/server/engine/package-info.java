/**
 * The window's engine without the window: what the server does between its socket and whoever watches, be that the window
 * or the headless command. It knows no JavaFX.
 */
package io.lamplink.server.engine;
