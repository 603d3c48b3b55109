/** What tests that need real processes stand on: waiting without sleeping, and processes whose events are read. */
package io.lamplink.tour.harness;
