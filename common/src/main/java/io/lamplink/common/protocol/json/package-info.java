/**
 * The Lamplink dialect: messages as JSON text frames, file bytes as binary frames. The only room of the protocol that
 * uses Jackson; it decides how a message is written, never what a peer does about it.
 */
package io.lamplink.common.protocol.json;
