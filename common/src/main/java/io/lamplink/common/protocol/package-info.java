/**
 * What both peers must agree on: messages, frames, limits, and the port through which a dialect turns one into the
 * other. Knows no JSON field, no Qt type, no socket and no file.
 */
package io.lamplink.common.protocol;
