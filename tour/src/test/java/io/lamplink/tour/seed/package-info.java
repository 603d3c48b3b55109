/**
 * The original Qt program ("the seed") as other programs meet it on the wire: written anew on plain sockets from what was
 * observed of it, and sharing no code with the programs under test. What was observed is told in docs/protocol.md; codes
 * such as B2 or T8 are those of docs/seed-defects.md.
 */
package io.lamplink.tour.seed;
