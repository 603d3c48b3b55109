/**
 * Writes what the engine tells into the history. It knows both, and neither knows it; what is worth keeping is decided here
 * and nowhere else.
 */
package io.lamplink.common.recorder;
