package io.lamplink.common.protocol.qt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class QtTextTest {

    /** The characters for which {@code QChar::isSpace} holds, from its definition and Unicode's separators. */
    @Test
    void exactlyTheCharactersThatQtCallsSpaceAreTrimmed() {
        List<Integer> trimmed = IntStream.rangeClosed(0, 0xFFFF)
                .filter(unit -> QtText.trimmed("" + (char) unit).isEmpty())
                .boxed()
                .collect(Collectors.toList());
        assertEquals(
                List.of(
                        0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
                        0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000),
                trimmed);
    }

    @Test
    void onlyTheEndsAreTrimmed() {
        assertEquals("a \n b", QtText.trimmed("\t a \n b\u0085"));
        assertEquals("", QtText.trimmed(""));
    }
}
