/** Which keys do what: one table, by which the windows act and which they show on F1. It does nothing by itself. */
package io.lamplink.common.ui.keys;
