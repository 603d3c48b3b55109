/** The bench's own processes, seen from the one that measures: how they start, what they say, how much memory they have. */
package io.lamplink.bench.process;
