package io.lamplink.common.ui.window;

import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;

/**
 * A question for a PIN.
 *
 * @param question what it is for
 * @param detail why it is asked
 * @param in after how long one is taken; the person can type meanwhile
 * @param written what stands in the field at first
 */
public record PinPrompt(Phrase question, Phrase detail, Duration in, String written) {}
