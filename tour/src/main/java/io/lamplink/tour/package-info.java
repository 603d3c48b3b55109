/**
 * A scripted walk through both real windows, and the tests that need both. It drives the windows as a person would and is
 * not shipped with them.
 */
package io.lamplink.tour;
