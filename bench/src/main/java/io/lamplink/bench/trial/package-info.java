/** Later. */
package io.lamplink.bench.trial;
