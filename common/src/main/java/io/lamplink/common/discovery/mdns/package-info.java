/**
 * Multicast DNS by the library jmdns, kept within bounds: what a hostile network can make it remember, and what becomes of it
 * when a packet breaks it. Nothing else names that library.
 */
package io.lamplink.common.discovery.mdns;
