/** What tests of windows and widgets share: the JavaFX thread, pictures, and stand-ins for engine, person and system. */
@org.jspecify.annotations.NullMarked
package io.lamplink.common.ui.testkit;
