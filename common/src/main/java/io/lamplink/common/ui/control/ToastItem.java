package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Phrase;
import java.util.UUID;

/**
 * A few words that stand in the window for a moment. Immutable; a new one with the same id takes the place of the old.
 *
 * @param trouble whether something went wrong
 */
public record ToastItem(UUID id, Phrase words, boolean trouble) {}
