package io.lamplink.common.entry;

import io.lamplink.common.security.Pin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A PIN that a client is to prove.
 *
 * @param id how the server called it before; null if it has not been proved yet
 * @param insist whether a server that does not ask for it is not gone on with: whoever is asked for a PIN and gives it means
 *     the server that has it. One to which it was proved before may have ceased to ask
 */
public record PinInHand(Pin pin, @Nullable UUID id, boolean insist) {}
