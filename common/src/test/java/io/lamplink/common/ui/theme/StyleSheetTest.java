package io.lamplink.common.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.ui.testkit.Contrast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads the style sheets as text: which colours they name, and whether what is written on them can be read. */
final class StyleSheetTest {

    private static final Path FOLDER = Path.of("..", "src-css");
    private static final Pattern TOKEN = Pattern.compile("(-lamplink-[a-z-]+): (#[0-9a-f]{6,8});");
    private static final Pattern USE = Pattern.compile("-lamplink-[a-z-]+");
    private static final Pattern RAW_COLOUR =
            Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|(?<!smoothing-type: )\\b(white|black|red|gray)\\b");

    /** On which grounds each text stands. */
    private static final Map<String, List<String>> GROUNDS = Map.ofEntries(
            Map.entry(
                    "text",
                    List.of(
                            "room-top",
                            "room-bottom",
                            "rail-top",
                            "rail-bottom",
                            "card",
                            "field",
                            "note",
                            "menu",
                            "hover",
                            "selected",
                            "bubble-peer",
                            "found")),
            Map.entry("text-strong", List.of("room-top", "room-bottom", "rail-top", "rail-bottom", "card")),
            Map.entry(
                    "text-muted",
                    List.of(
                            "room-top",
                            "room-bottom",
                            "rail-top",
                            "rail-bottom",
                            "card",
                            "field",
                            "note",
                            "bar",
                            "menu",
                            "hover",
                            "selected",
                            "bubble-peer",
                            "found",
                            "chart")),
            Map.entry("text-on-own", List.of("bubble-own", "found-own", "highlight-own")),
            Map.entry("text-on-own-muted", List.of("bubble-own")),
            Map.entry("text-link", List.of("card", "hover", "bubble-peer", "menu", "found")),
            Map.entry("text-link-on-own", List.of("bubble-own", "found-own", "highlight-own")),
            Map.entry("text-on-start", List.of("start", "start-hover")),
            Map.entry("text-on-send", List.of("send", "send-hover")),
            Map.entry("text-stop", List.of("card", "hover")),
            Map.entry("text-error", List.of("card", "note", "found")),
            Map.entry("text-download", List.of("card", "hover", "room-bottom")),
            Map.entry("text-good", List.of("card", "note")),
            Map.entry("text-name-a", List.of("bubble-peer", "menu")),
            Map.entry("text-name-b", List.of("bubble-peer", "menu")),
            Map.entry("text-name-c", List.of("bubble-peer", "menu")),
            Map.entry("text-name-d", List.of("bubble-peer", "menu")),
            Map.entry("text-name-e", List.of("bubble-peer", "menu")),
            Map.entry("text-name-f", List.of("bubble-peer", "menu")),
            Map.entry("text-name-g", List.of("bubble-peer", "menu")),
            Map.entry("text-name-h", List.of("bubble-peer", "menu")),
            Map.entry("text-off", List.of("off", "card")));

    /** On which grounds each lamp, bar and ring stands that tells something by itself. */
    private static final Map<String, List<String>> MARKS = Map.ofEntries(
            Map.entry("lamp-idle", List.of("bar", "rail-top")),
            Map.entry("lamp-waiting", List.of("bar", "rail-top")),
            Map.entry("lamp-connected", List.of("bar", "rail-top")),
            Map.entry("lamp-lost", List.of("bar", "rail-top")),
            Map.entry("everyone", List.of("rail-top", "rail-bottom")),
            Map.entry(
                    "focus", List.of("card", "selected", "menu", "room-top", "room-bottom", "rail-top", "rail-bottom")),
            Map.entry("failed", List.of("card", "note", "track")),
            Map.entry("moving", List.of("card", "chart", "track")),
            Map.entry("complete", List.of("track")),
            Map.entry("held", List.of("track")),
            Map.entry("found-line", List.of("bubble-peer", "found")),
            Map.entry("stop-line", List.of("card")));

    /** On which grounds each mark of what is selected lies. */
    private static final Map<String, List<String>> SELECTED =
            Map.of("highlight", List.of("bubble-peer", "note", "field"), "highlight-own", List.of("bubble-own"));

    /** U8: no light grey on light grey, in boxes neither. */
    @ParameterizedTest
    @EnumSource
    void everyTextCanBeReadOnItsGround(Theme theme) throws IOException {
        assertContrast(theme, GROUNDS, theme == Theme.HIGH_CONTRAST ? 7 : 4.5);
    }

    @ParameterizedTest
    @EnumSource
    void lampsBarsAndRingsStandOut(Theme theme) throws IOException {
        assertContrast(theme, MARKS, 3);
    }

    /** What is selected is marked by its ground alone, and letters stand on that: it need not be more than seen. */
    @ParameterizedTest
    @EnumSource
    void whatIsSelectedLooksOtherwise(Theme theme) throws IOException {
        assertContrast(theme, SELECTED, 1.3);
    }

    private static void assertContrast(Theme theme, Map<String, List<String>> pairs, double least) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        Set<String> bad = new TreeSet<>();
        pairs.forEach((mark, grounds) -> grounds.forEach(ground -> {
            Color under = tokens.get("-lamplink-" + ground);
            double contrast = Contrast.between(over(tokens.get("-lamplink-" + mark), under), under);
            if (contrast < least) {
                bad.add("%s on %s: %.2f".formatted(mark, ground, contrast));
            }
        }));
        assertEquals(Set.of(), bad);
    }

    private static Color over(Color above, Color under) {
        return under.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    @ParameterizedTest
    @EnumSource
    void everyTextTokenIsChecked(Theme theme) throws IOException {
        Set<String> texts = tokens(theme).keySet().stream()
                .map(token -> token.substring("-lamplink-".length()))
                .filter(token -> token.equals("text") || token.startsWith("text-"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(GROUNDS.keySet()), texts);
    }

    @Test
    void allThemesDefineTheSameTokens() throws IOException {
        Set<String> midnight = tokens(Theme.MIDNIGHT).keySet();
        assertEquals(midnight, tokens(Theme.DAYLIGHT).keySet());
        assertEquals(midnight, tokens(Theme.HIGH_CONTRAST).keySet());
    }

    @Test
    void widgetsNameTokensOnlyAndOnlyThoseThatExist() throws IOException {
        Set<String> tokens = tokens(Theme.MIDNIGHT).keySet();
        for (Path file : widgets()) {
            String css = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
            assertEquals(List.of(), found(RAW_COLOUR, css), () -> "colours in " + file);
            List<String> unknown = found(USE, css).stream()
                    .filter(use -> !tokens.contains(use) && !use.equals("-lamplink-lamp"))
                    .toList();
            assertEquals(List.of(), unknown, () -> "unknown tokens in " + file);
        }
    }

    @Test
    void everyTokenIsUsed() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : widgets()) {
            all.append(Files.readString(file));
        }
        all.append(Files.readString(FOLDER.resolve("midnight.css")).replaceAll("-lamplink-[a-z-]+: #", ""));
        Set<String> unused = new TreeSet<>(tokens(Theme.MIDNIGHT).keySet());
        unused.removeAll(found(USE, all.toString()));
        assertEquals(Set.of(), unused);
    }

    private static List<Path> widgets() throws IOException {
        Set<String> themes =
                Stream.of(Theme.values()).map(theme -> theme.token() + ".css").collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !themes.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Color> tokens(Theme theme) throws IOException {
        Map<String, Color> tokens = new TreeMap<>();
        Matcher matcher = TOKEN.matcher(Files.readString(FOLDER.resolve(theme.token() + ".css")));
        while (matcher.find()) {
            tokens.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        return tokens;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group()).toList();
    }
}
