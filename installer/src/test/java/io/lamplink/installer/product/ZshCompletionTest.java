package io.lamplink.installer.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ZshCompletionTest {

    /** By its first line zsh knows what a file is for. */
    @ParameterizedTest
    @EnumSource
    void saysForWhatItIsAndHasTheFunctionThatItAsks(Product product) {
        String script = ZshCompletion.of(product);
        assertEquals("#compdef " + product.command(), script.lines().findFirst().orElseThrow());
        assertTrue(script.contains("function _complete_" + product.command() + "()"));
        assertTrue(script.endsWith("_bash_complete -o default -F _complete_" + product.command() + "\n"));
    }
}
