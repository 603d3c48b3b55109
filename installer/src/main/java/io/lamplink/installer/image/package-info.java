/** A program with a Java of its own, made by the JDK's tools. Knows nothing of any system's packages. */
package io.lamplink.installer.image;
