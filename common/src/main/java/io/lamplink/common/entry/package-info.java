/**
 * What two Lamplinks say before the session of a link begins, where the server asks for a PIN: one side asks, the other
 * proves, and nothing else is heard meanwhile. It computes no proofs and counts no wrong ones (that is {@code security}), asks
 * no person, and knows nothing of what a link is for.
 */
package io.lamplink.common.entry;
