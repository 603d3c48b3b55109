/** Packages for Linux. */
package io.lamplink.installer.linux;
