package io.lamplink.common.engine;

import io.lamplink.common.protocol.ProtocolLimits;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives each client a name that no other in the room has, nor one that is taken for it: names that differ in case, in width
 * or in letters of another script that look alike are the same. Not thread-safe.
 */
final class RoomNames {
    /** Small Cyrillic and Greek letters that are drawn like Latin ones, and those Latin ones. */
    private static final String DRAWN_ALIKE = "аеорсухіјѕԁԛԝһӏвкмнтгпοανρτκχυιωηѵ";

    private static final String LATIN = "aeopcyxijsdqwhlbkmhtrnoavptkxuiwnv";

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Numbers> numbers = new HashMap<>();
    private final Map<String, Numbered> numbered = new HashMap<>();

    private record Numbered(String wish, int number) {}

    /** Of one wish: no number below {@code lowest} is free, and {@code given} names have one. */
    private record Numbers(int lowest, int given) {}

    /** No names but {@code own}, which nobody gets. */
    RoomNames(String own) {
        taken.add(likeness(own));
    }

    /** Nobody gets {@code name} from now on. */
    void reserve(String name) {
        taken.add(likeness(name));
    }

    /** Takes {@code wish}, or that with the lowest number that is free, from 2 on; at most 64 characters. */
    String take(String wish) {
        if (taken.add(likeness(wish))) {
            return wish;
        }
        String key = likeness(wish);
        Numbers before = numbers.getOrDefault(key, new Numbers(2, 0));
        int number = before.lowest();
        while (!taken.add(likeness(withNumber(wish, number)))) {
            number++;
        }
        numbers.put(key, new Numbers(number + 1, before.given() + 1));
        String name = withNumber(wish, number);
        numbered.put(name, new Numbered(key, number));
        return name;
    }

    /** Somebody else may have {@code name}. */
    void free(String name) {
        taken.remove(likeness(name));
        Numbered was = numbered.remove(name);
        if (was != null) {
            numbers.computeIfPresent(was.wish(), (_, all) -> without(was.number(), all));
        }
    }

    /** Nothing is kept of a wish of which no name with a number is left: clients can make up wishes for ever. */
    private static @Nullable Numbers without(int number, Numbers all) {
        return all.given() == 1 ? null : new Numbers(Math.min(all.lowest(), number), all.given() - 1);
    }

    /** Of how many wishes it keeps which numbers are free. */
    int numberedWishes() {
        return numbers.size();
    }

    private static String withNumber(String wish, int number) {
        String suffix = " (" + number + ")";
        int end = Math.min(wish.length(), ProtocolLimits.MAX_NAME_CHARS - suffix.length());
        boolean halved = end < wish.length() && Character.isLowSurrogate(wish.charAt(end));
        return wish.substring(0, halved ? end - 1 : end).stripTrailing() + suffix;
    }

    /** The same for two names that a person would take for one another. */
    private static String likeness(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder like = new StringBuilder(plain.length());
        plain.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(c -> {
            int at = DRAWN_ALIKE.indexOf(c);
            like.appendCodePoint(at < 0 ? c : LATIN.charAt(at));
        });
        return Normalizer.normalize(like, Normalizer.Form.NFKC);
    }
}
