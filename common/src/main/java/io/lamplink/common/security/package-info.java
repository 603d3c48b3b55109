/**
 * By what programs know each other: the key of a server, its fingerprint, which fingerprints a client has met, and the PIN
 * that a server may ask for. It sets encryption up, proves PINs and counts wrong ones; whom to trust is asked by the engines,
 * and bytes are encrypted in the endpoints.
 */
package io.lamplink.common.security;
