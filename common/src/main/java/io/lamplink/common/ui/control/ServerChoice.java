package io.lamplink.common.ui.control;

/**
 * A server that can be chosen. Immutable.
 *
 * @param name what it calls itself, safe to show; empty if that is not known
 * @param address what goes into the address field
 * @param port what goes into the port field
 * @param where both, as a person reads them
 * @param encrypted whether the connection will be, as far as is known
 */
public record ServerChoice(String name, String address, String port, String where, boolean encrypted) {}
