/** Later. */
package io.lamplink.bench.report;
