/** How fast the packaged programs start, and what they take while nothing happens. Makes nothing. */
package io.lamplink.installer.timing;
