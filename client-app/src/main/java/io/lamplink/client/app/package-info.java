/**
 * Where the client starts: the command line, the JavaFX application, and the wiring of everything by constructors. It holds
 * no logic of its own.
 */
package io.lamplink.client.app;
