package io.lamplink.server.net;

/**
 * What a handshake tells of a client.
 *
 * @param lamplink whether it speaks the sub-protocol {@code lamplink.v1}; without, it is a Qt or other peer
 * @param page whether it is a web page
 */
public record Visitor(boolean lamplink, boolean page) {}
