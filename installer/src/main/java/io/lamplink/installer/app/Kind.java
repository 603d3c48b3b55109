package io.lamplink.installer.app;

/** What can be made on Linux. */
enum Kind {
    /** A Debian package of each program. */
    deb,
    /** One portable archive of both. */
    portable
}
