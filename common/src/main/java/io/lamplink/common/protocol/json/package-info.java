/**
 * The Lamplink dialect: messages as JSON text frames, file bytes as binary frames (docs/protocol.md, part 1). The only room
 * of the protocol that uses Jackson, and of Jackson only its streaming parser and generator: nothing is mapped by
 * reflection. It decides how a message is written, never what a peer does about it, and keeps no state between frames.
 */
package io.lamplink.common.protocol.json;
