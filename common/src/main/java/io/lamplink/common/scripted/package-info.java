/**
 * What both headless commands share: one event per line of JSON on standard output, and the exit status. It reports what
 * the engines do and has no say in it.
 */
package io.lamplink.common.scripted;
