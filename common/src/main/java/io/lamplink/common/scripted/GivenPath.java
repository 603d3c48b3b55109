package io.lamplink.common.scripted;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the path of a file or folder. An empty one is refused: to Java it is the working folder, and to who wrote the script a
 * variable that was not set; all that is in that folder would be sent.
 */
public final class GivenPath implements ITypeConverter<Path> {

    /** For picocli alone. */
    public GivenPath() {}

    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException(
                    "the name is empty; was a variable not set? The folder in which you are is called \".\".");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "'" + text + "' cannot be the name of a file here: " + e.getReason() + ".");
        }
    }
}
