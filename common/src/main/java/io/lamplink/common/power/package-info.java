/**
 * Keeping the computer from falling asleep while files move, by a command of the system that ends with this program, however
 * that ends. Where there is no such command the computer sleeps as ever, and a transfer goes on when it wakes.
 */
package io.lamplink.common.power;
