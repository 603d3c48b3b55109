/** Emoji: which there are, their pictures and names, how they are picked, written and shown in colour. Knows no message. */
@NullMarked
package io.lamplink.common.ui.emoji;

import org.jspecify.annotations.NullMarked;
