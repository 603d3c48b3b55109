package io.lamplink.server.view;

import io.lamplink.common.ui.theme.Phrase;

/**
 * One address under which this server can be reached. Immutable.
 *
 * @param where for people: the address, and the port if it is known
 * @param link for a client's address field; empty if the port is not known
 * @param card the system's name of the network card
 * @param remark who can reach it
 * @param recommended whether it is the one to give to others
 */
public record AddressItem(String where, String link, String card, Phrase remark, boolean recommended) {}
