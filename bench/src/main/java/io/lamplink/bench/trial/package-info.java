/** What is measured, in which order and how often. It starts processes and takes figures; how those look is not its affair. */
package io.lamplink.bench.trial;
