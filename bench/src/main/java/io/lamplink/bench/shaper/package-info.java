/** A slow link in user space: its arithmetic, and the proxy that keeps to it. It knows nothing of what passes. */
package io.lamplink.bench.shaper;
