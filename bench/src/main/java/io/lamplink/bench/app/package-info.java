/** Where the bench and each of its processes start: the command lines. They hold no measuring of their own. */
package io.lamplink.bench.app;
