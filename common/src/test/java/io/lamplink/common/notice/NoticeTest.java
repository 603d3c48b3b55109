package io.lamplink.common.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a peer wrote stays a text, whatever it holds. */
final class NoticeTest {

    @Test
    void aNoticeIsOneLineWithoutControlCharacters() {
        Notice notice = new Notice("Mei\n\u0000", "a\r\nb\tc\u001b[2J\u202e");
        assertEquals("Mei [U+0000]", notice.title());
        assertEquals("a b c[U+001B][2J[U+202E]", notice.text());
    }

    @Test
    void aLongOneIsCutAndNoCharacterIsHalved() {
        Notice notice = new Notice("n".repeat(1000), "\uD83D\uDE00".repeat(20_000));
        assertEquals("n".repeat(Notice.MOST_TITLE - 1) + "…", notice.title());
        assertTrue(notice.text().length() <= Notice.MOST_TEXT);
        assertTrue(notice.text().endsWith("\uD83D\uDE00…"));
        assertTrue(new Notice("", "\u0001".repeat(20_000)).text().length() <= Notice.MOST_TEXT);
    }

    @Test
    void markupBecomesText() {
        assertEquals(
                "&lt;b&gt;1 &amp; 2&lt;/b&gt; &amp;lt;",
                SystemNotifier.notifySend(new Notice("x", "<b>1 & 2</b> &lt;")).getLast());
        assertTrue(SystemNotifier.bus(new Notice("x", "<img src='http://a'>")).contains("&lt;img src='http://a'&gt;"));
        assertEquals("<b>", SystemNotifier.script(new Notice("x", "<b>")).getLast(), "macOS knows no markup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-u", "$(id)", "`id`", "\"; do shell script \"id\"", "'; id #", "--", "%s"})
    void whateverANoticeSaysIsAnArgumentBehindAllOptions(String hostile) {
        Notice notice = new Notice(hostile, hostile);
        for (Function<Notice, List<String>> linux :
                List.<Function<Notice, List<String>>>of(SystemNotifier::notifySend, SystemNotifier::bus)) {
            List<String> command = linux.apply(notice);
            int options = command.indexOf("--");
            assertFalse(command.subList(0, options).contains(hostile));
            assertTrue(command.subList(options + 1, command.size()).contains(hostile), command::toString);
        }
        List<String> mac = SystemNotifier.script(notice);
        assertEquals(List.of("Lamplink", hostile, hostile), mac.subList(mac.size() - 3, mac.size()));
        assertEquals(List.of("-e", "end run"), mac.subList(mac.size() - 5, mac.size() - 3));
    }
}
