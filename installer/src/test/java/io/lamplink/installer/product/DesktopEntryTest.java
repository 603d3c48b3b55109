package io.lamplink.installer.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DesktopEntryTest {

    @Test
    void speaksEnglishAndChinese() {
        List<String> lines = DesktopEntry.of(Product.CLIENT).lines().toList();
        assertEquals("[Desktop Entry]", lines.getFirst());
        assertTrue(lines.contains("Name=Lamplink Client"));
        assertTrue(lines.contains("Name[zh_CN]=Lamplink 客户端"));
        assertTrue(lines.contains("Exec=lamplink-client"));
    }

    /** By it a desktop finds the window's entry; nothing else would notice a class that was renamed. */
    @ParameterizedTest
    @EnumSource
    void namesAClassThatIsThere(Product product) throws ClassNotFoundException {
        Class<?> application = Class.forName(product.windowClass());
        assertTrue(javafx.application.Application.class.isAssignableFrom(application));
    }

    @ParameterizedTest
    @EnumSource
    void aProductKnowsItsModule(Product product) {
        String word = product.command().replace("lamplink-", "");
        assertEquals("io.lamplink." + word, product.module());
    }
}
