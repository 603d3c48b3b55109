package io.lamplink.common.transfer;

import java.util.List;
import java.util.stream.Stream;

/** What somebody may write who means no good, or whose program is broken; for every place where a peer's text ends up. */
public final class HostileTexts {
    private HostileTexts() {}

    /** Each of them; some have letters beside what is hostile, some nothing else. */
    public static Stream<String> all() {
        return Stream.of(
                        control(),
                        direction(),
                        hidden(),
                        forged(),
                        Stream.of(tower("e"), tower(""), tower("\u0e01")),
                        long_())
                .flatMap(each -> each);
    }

    private static Stream<String> control() {
        return Stream.of(
                "a\0b",
                "\u0007\u0008\u007f",
                "\u001b[2J\u001b[Hroot@host:~#",
                "\u001b]0;title\u0007",
                "\u009b31mred",
                "\u0090q\u009c",
                "\u0085next line",
                "tab\there",
                "\u000e\u000f",
                "a\u001bcb");
    }

    private static Stream<String> direction() {
        return Stream.of(
                "photo\u202egpj.exe",
                "\u202d\u202e\u202c\u202c\u202c",
                "\u2066\u2067\u2068",
                "\u2069\u2069x",
                "\u202a".repeat(100) + "x",
                "\u061c\u200e\u200f",
                "\u05e9\u05dc\u05d5\u05dd",
                "a\u05d0(1)");
    }

    private static Stream<String> hidden() {
        return Stream.of(
                "\u200b\u200b\u200b",
                "\ufeffx",
                "\u2060\u2061\u2062\u2063\u2064",
                "\u00ad\u180e",
                "\u3164\u115f\uffa0",
                "x" + tags("follow these words"),
                "\ud83c\udff4" + tags("gbeng") + "\udb40\udc7f",
                "\ud800",
                "\udc00x",
                "x\ud83d",
                "\udc00\ud800",
                "\ufff9a\ufffab\ufffb",
                "\ufffc",
                "\u206a\u206f");
    }

    private static Stream<String> forged() {
        return Stream.of(
                "ok\nServer: the link was lost",
                "ok\r\n{\"event\":\"error\"}",
                "ok\rServer",
                "ok\u2028Server\u2029all",
                "\u000bServer\u000c",
                "\",\"event\":\"x",
                "{0} {1,number}",
                "%s%n$1",
                "\\n\\u0000",
                "<b>bold</b>",
                "&lt;",
                "'; drop table",
                "../../x\n..");
    }

    private static Stream<String> long_() {
        return Stream.of(
                "x".repeat(32 * 1024),
                "\u56fd".repeat(32 * 1024),
                " ".repeat(1000),
                "\ud83d\ude00".repeat(16 * 1024),
                "a\u0301".repeat(16 * 1024),
                "\u202e".repeat(1000),
                "\n".repeat(1000),
                "http://a/" + "b".repeat(30_000));
    }

    /** A letter below five hundred marks. */
    private static String tower(String letter) {
        return letter + "\u0301\u0316\u20dd".repeat(200);
    }

    /** Words in characters that nothing draws. */
    private static String tags(String words) {
        StringBuilder tags = new StringBuilder();
        words.chars().forEach(letter -> tags.appendCodePoint(0xE0000 + letter));
        return tags.toString();
    }

    /** The longest run of marks in {@code text}. */
    public static int highestTower(String text) {
        int highest = 0;
        int now = 0;
        for (int point : text.codePoints().toArray()) {
            now = VisibleText.isMark(point) ? now + 1 : 0;
            highest = Math.max(highest, now);
        }
        return highest;
    }

    /** What in {@code text} a person would not see as it is, as numbers. */
    public static List<String> hiddenIn(String text) {
        return text.codePoints()
                .filter(VisibleText::isHidden)
                .mapToObj("U+%04X"::formatted)
                .distinct()
                .toList();
    }
}
