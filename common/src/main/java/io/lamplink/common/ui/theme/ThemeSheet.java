package io.lamplink.common.ui.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.CssParser;

/**
 * A style sheet that a person has made: it stands above one of our themes and says what is to be otherwise.
 *
 * @param name of its file, without {@code .css}
 * @param css what is in it
 */
record ThemeSheet(String name, String css) {
    private static final Pattern BASE = Pattern.compile("/\\*\\s*base:\\s*([a-z-]+)\\s*\\*/");

    /** The theme below it: what a comment such as {@code /* base: daylight *}{@code /} says, or Midnight. */
    Theme base() {
        Matcher said = BASE.matcher(css);
        return said.find() ? Theme.ofToken(said.group(1)).orElse(Theme.MIDNIGHT) : Theme.MIDNIGHT;
    }

    /** Whether it says anything that JavaFX understands from its first to its last word. On the JavaFX thread. */
    boolean isWhole() {
        int errors = CssParser.errorsProperty().size();
        boolean rules = new CssParser()
                .parse(css).getRules().stream()
                        .anyMatch(rule -> !rule.getDeclarations().isEmpty());
        boolean whole = CssParser.errorsProperty().size() == errors;
        CssParser.errorsProperty().remove(errors, CssParser.errorsProperty().size());
        return rules && whole;
    }

    /** An address that changes with its text, so that JavaFX never shows what it has read before. */
    String address() {
        return "data:text/css;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
