package io.lamplink.common.ui.theme;

import java.util.Map;
import java.util.TreeMap;

/**
 * English as it would look in a language whose words are longer: letters with marks, in brackets, and longer by 40 %. It shows
 * what is clipped and what was never translated. English is shown so only if {@value #PROPERTY} is {@code true}.
 */
final class PseudoLanguage {
    /** The system property that asks for it. */
    static final String PROPERTY = "lamplink.pseudo-language";

    private static final String PLAIN = "aceinouyAEINOU";
    private static final String MARKED = "åçéîñöûýÅÉÎÑÖÛ";
    private static final String FILLING = " lörém îpsûm dölör sît åmét";
    private static final double GROWTH = 0.4;

    private PseudoLanguage() {}

    static boolean isAsked() {
        return Boolean.getBoolean(PROPERTY);
    }

    static Map<String, String> of(Map<String, String> english) {
        Map<String, String> words = new TreeMap<>();
        english.forEach((key, pattern) -> words.put(key, of(pattern)));
        return words;
    }

    /** The same pattern with other words around its arguments. */
    static String of(String pattern) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        int letters = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            depth += letter == '{' ? 1 : 0;
            int place = depth == 0 ? PLAIN.indexOf(letter) : -1;
            text.append(place < 0 ? letter : MARKED.charAt(place));
            letters += depth == 0 && letter < 0x2000 ? 1 : 0; // No emoji, which no language makes longer.
            depth -= letter == '}' ? 1 : 0;
        }
        int more = (int) Math.ceil(letters * GROWTH);
        for (int i = 0; i < more; i++) {
            text.append(FILLING.charAt(i % FILLING.length()));
        }
        return letters == 0 ? pattern : "[" + text + "]";
    }
}
