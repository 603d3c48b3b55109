/**
 * How servers and clients find each other on a network: what a server tells of itself, when and on which networks it does,
 * and what a client makes of what it hears there. Everything that comes from the network is taken for hostile. The library
 * that speaks multicast DNS stands behind {@link io.lamplink.common.discovery.Multicast}; nothing here decides whom to trust.
 */
package io.lamplink.common.discovery;
