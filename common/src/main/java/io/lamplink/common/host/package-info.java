/**
 * What is known of this machine: its names, its network interfaces and the address to recommend to a peer. It looks, but
 * neither listens nor connects.
 */
package io.lamplink.common.host;
