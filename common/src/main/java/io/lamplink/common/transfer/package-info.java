/**
 * Moving and checking file bytes: sender, receiver, send window, spool, digest and file-name rules. Speaks in messages,
 * never in frames, and knows nothing of the link but the port through which a message leaves.
 */
package io.lamplink.common.transfer;
