/**
 * What keeps others from reaching a server on this machine. It looks at addresses, connects to the server itself, and asks
 * the system's firewall as far as that answers without administrator rights; it changes nothing, and sends nothing to
 * others. What it says of a firewall is what that has said.
 */
package io.lamplink.common.reach;
