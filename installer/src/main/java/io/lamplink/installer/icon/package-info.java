/** Icons in the forms that Windows and macOS want, made of the pictures that there are. */
package io.lamplink.installer.icon;
