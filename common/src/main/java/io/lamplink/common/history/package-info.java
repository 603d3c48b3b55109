/**
 * What was said and sent, kept in one SQLite database for all programs of a kind: it outlives windows and runs. It writes
 * and reads on threads of its own, so that nobody waits for the disk, and it never fails towards its users: trouble is told
 * as a {@link io.lamplink.common.history.HistoryEvent}. It knows neither the engine, whose events others hand to it, nor the
 * window.
 */
package io.lamplink.common.history;
