/**
 * Very many clients of {@code lamplink.v1} in one process, so light that measuring a server with them measures the server.
 * They read nothing but what our own server writes, and send files nowhere.
 */
package io.lamplink.bench.crowd;
