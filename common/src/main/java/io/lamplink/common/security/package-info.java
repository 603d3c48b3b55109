/**
 * By what programs know each other: the key of a server, its fingerprint, and which fingerprints a client has met. It sets
 * encryption up and decides nothing: whom to trust is asked by the engines, and bytes are encrypted in the endpoints.
 */
package io.lamplink.common.security;
