/**
 * What helps to find a fault afterwards: log files, errors that nobody caught, and a summary of program and system that a
 * person can pass on. It tells of the program, never of what people say or send.
 */
package io.lamplink.common.diagnostics;
