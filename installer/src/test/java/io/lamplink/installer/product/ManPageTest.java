package io.lamplink.installer.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ManPageTest {

    @ParameterizedTest
    @EnumSource
    void everyOptionOfTheHelpIsInThePage(Product product) {
        String page = ManPage.of(product);
        List<String> names = product.commandLine().getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Arrays.stream(option.names()))
                .toList();
        assertTrue(names.contains("--headless"));
        names.forEach(name -> assertTrue(page.contains("\\fB" + ManPage.escaped(name) + "\\fR"), name));
    }

    @ParameterizedTest
    @EnumSource
    void defaultsAreSpelledOut(Product product) {
        assertFalse(ManPage.of(product).contains("${"));
    }

    @Test
    void eachPageNamesTheOther() {
        assertTrue(ManPage.of(Product.SERVER).contains("\\fBlamplink\\-client\\fR(1)"));
        assertTrue(ManPage.of(Product.CLIENT).contains("\\fBlamplink\\-server\\fR(1)"));
    }

    @Test
    void textIsNeverTakenForACommand() {
        assertEquals("\\&.hidden \\e \\-\\-name", ManPage.escaped(".hidden \\ --name"));
        assertEquals("\\&'quoted'", ManPage.escaped("'quoted'"));
    }
}
