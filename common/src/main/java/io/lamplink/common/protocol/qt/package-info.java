/**
 * The Qt dialect: the wire of the original Qt program, chat as plain text and files as QDataStream values (docs/protocol.md,
 * part 2). It names Qt types and nothing else does. What that wire leaves out (transfer ids, offsets, an end of file, an
 * end before time) is added here from what went before on the same connection. It decides how a message is written, never
 * what a peer does about it.
 */
package io.lamplink.common.protocol.qt;
