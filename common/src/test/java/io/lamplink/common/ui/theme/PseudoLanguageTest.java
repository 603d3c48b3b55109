package io.lamplink.common.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PseudoLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Exit | [Éxît l]",
                "Listen | [Lîstéñ lö]",
                "{0} | {0}",
                "{0,number} of {1} | [{0,number} öf {1} l]",
            })
    void wordsGrowAndArgumentsStay(String english, String pseudo) {
        assertEquals(pseudo, PseudoLanguage.of(english));
    }

    @Test
    void everyTextTakesTheSameArguments() {
        Texts.read(Language.ENGLISH).forEach((key, english) -> {
            String pseudo = PseudoLanguage.of(english);
            assertEquals(
                    new MessageFormat(english, Locale.ENGLISH).getFormatsByArgumentIndex().length,
                    new MessageFormat(pseudo, Locale.ENGLISH).getFormatsByArgumentIndex().length,
                    key);
        });
    }
}
