/**
 * What a window or a script asks of Lamplink and what it hears back: commands, events and figures as immutable values.
 * Both engines (server and client) stand behind these types; the windows know nothing else of them.
 */
package io.lamplink.common.engine;
