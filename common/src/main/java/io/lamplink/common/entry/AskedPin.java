package io.lamplink.common.entry;

import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinGuard;
import java.util.UUID;

/**
 * The PIN that clients of a server have to prove.
 *
 * @param id told to clients, so that one that knows another PIN need not try it
 * @param guard who may try it
 */
public record AskedPin(Pin pin, UUID id, PinGuard guard) {}
