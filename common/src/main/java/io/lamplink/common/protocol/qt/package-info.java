/**
 * The QDataStream dialect, for peers built with Qt: the same messages in Qt's binary layout. It names Qt types and
 * nothing else does; it decides how a message is written, never what a peer does about it.
 */
package io.lamplink.common.protocol.qt;
