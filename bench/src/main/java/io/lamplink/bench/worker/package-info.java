/**
 * What runs in the processes that are measured: the engines without and with their windows, both sides of the reference, and
 * the slow link. Each obeys lines of words and reports lines of words; none of them knows what is made of its reports.
 */
package io.lamplink.bench.worker;
