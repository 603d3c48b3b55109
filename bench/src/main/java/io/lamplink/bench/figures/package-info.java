/** What was measured and what is said of it: runs, medians, percentiles, targets. Arithmetic alone; it measures nothing. */
package io.lamplink.bench.figures;
