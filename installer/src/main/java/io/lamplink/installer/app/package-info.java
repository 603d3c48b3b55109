/** The command line of {@code ./lamplink package}, and the order in which things are made. */
package io.lamplink.installer.app;
