package io.lamplink.common.scripted;

import io.lamplink.common.transfer.SendLimit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads bytes a second: numbers as {@link ByteCount} reads them, 0 for no limit. */
public final class ByteRate implements ITypeConverter<Long> {

    /** For picocli alone. */
    public ByteRate() {}

    @Override
    public Long convert(String text) {
        long rate = new ByteCount().convert(text);
        if (rate != SendLimit.OFF && rate < SendLimit.LEAST) {
            throw new TypeConversionException("'" + text + "' is too few bytes a second; give 16K or more.");
        }
        return rate;
    }
}
