/**
 * A world for tests that has no time, no threads and no disk of its own: a clock that a test sets, tasks that a test runs,
 * files and spools that fail where a test says so, and a link between two sessions that a test can delay and cut.
 */
package io.lamplink.common.simulation;
