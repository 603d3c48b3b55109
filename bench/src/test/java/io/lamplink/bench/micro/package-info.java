/**
 * The small parts, measured one by one with JMH: frames, dialects, the digest. Among the tests because those live on the class
 * path (docs/decisions/0012), where JMH finds what it generates and every room of common is open.
 */
package io.lamplink.bench.micro;
