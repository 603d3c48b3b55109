/** How results look: as text, as Markdown, as a picture; and what is said of the machine. It measures nothing. */
package io.lamplink.bench.report;
