/** What is known of each program that is packaged, and the texts that are made of that. Writes no files. */
package io.lamplink.installer.product;
