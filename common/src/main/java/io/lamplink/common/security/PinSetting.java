package io.lamplink.common.security;

/**
 * Whether a server asks for a PIN, and for which.
 *
 * @param pin kept also while nobody is asked for it
 */
public record PinSetting(Pin pin, boolean asked) {}
