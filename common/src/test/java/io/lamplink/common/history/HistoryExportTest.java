package io.lamplink.common.history;

import static io.lamplink.common.history.HistoryFixture.ANNA;
import static io.lamplink.common.history.HistoryFixture.NOW;
import static io.lamplink.common.history.HistoryFixture.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lamplink.common.history.HistoryEntry.Outcome;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Transfer;
import io.lamplink.common.history.HistoryEntry.Turn;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.protocol.FailureReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HistoryExportTest {
    private static final String HOSTILE =
            "</p><script>alert('1')</script>\u202Egpj.exe\u0007\u2028&amp;<img src=x onerror=\"y\">";

    private static final HistoryWords WORDS = new HistoryWords() {
        @Override
        public String title() {
            return "History <of> \"anna\"";
        }

        @Override
        public Locale locale() {
            return Locale.US;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public String about(HistoryEntry entry) {
            return switch (entry) {
                case Text text -> text.own() ? "You" : text.writer().name();
                case Transfer transfer ->
                    transfer.name() + " from " + transfer.peer().name();
                case Visit visit -> visit.who().name() + " came";
            };
        }
    };

    @TempDir
    private Path folder;

    private HistoryFixture fixture;
    private Path target;

    @BeforeEach
    void open() {
        fixture = new HistoryFixture(folder);
        target = folder.resolve("export");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void keepOneOfEach() {
        History history = fixture.history();
        history.add(new Visit(0, new UUID(0, 1), NOW, ANNA, Turn.PEER_CAME));
        history.add(Text.heard(new UUID(0, 2), NOW, "你好\nline two", ANNA, true, true));
        history.add(new Transfer(
                0,
                new UUID(0, 3),
                NOW.plusSeconds(60),
                false,
                ANNA,
                null,
                "a.bin",
                12,
                -1,
                Outcome.FAILED,
                FailureReason.DISK_FULL,
                null));
        history.add(Text.said(new UUID(0, 4), NOW.plusSeconds(86_400), "bye", List.of("anna@desk"), 1));
        history.delivered(new UUID(0, 4), 1);
    }

    private String export(HistoryFormat format) throws Exception {
        ExportResult result = get(fixture.history().export(target, format, WORDS));
        assertInstanceOf(ExportResult.Exported.class, result);
        return Files.readString(target);
    }

    @Test
    void textIsLinesUnderDays() throws Exception {
        keepOneOfEach();
        assertEquals("""
                History <of> "anna"

                == Sunday, November 29, 2026 ==
                14:02  * anna@desk came
                14:02  anna@desk: 你好
                       line two
                14:03  * a.bin from anna@desk

                == Monday, November 30, 2026 ==
                14:02  You: bye
                """, export(HistoryFormat.TEXT).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void htmlIsOnePageWithNothingFromElsewhere() throws Exception {
        keepOneOfEach();
        String html = export(HistoryFormat.HTML);
        assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en-US\">"), html);
        assertTrue(html.contains("<title>History &lt;of&gt; &quot;anna&quot;</title>"));
        assertTrue(html.contains("<h2>Sunday, November 29, 2026</h2>"));
        assertTrue(html.contains(
                "<article><header><bdi>anna@desk</bdi> <time datetime=\"2026-11-29T14:02:00Z\">14:02</time>"
                        + "</header><p dir=\"auto\">你好\nline two</p></article>"));
        assertTrue(html.contains("<article class=\"own\"><header><bdi>You</bdi>"));
        assertTrue(html.contains("<p class=\"news\"><time datetime=\"2026-11-29T14:03:00Z\">14:03</time> <bdi>a.bin"));
        assertTrue(html.endsWith("</body>\n</html>\n"));
        assertFalse(html.contains("http:") || html.contains("https:") || html.contains("url("));
    }

    @Test
    void jsonHasTheFieldsThatTheDocumentNames() throws Exception {
        keepOneOfEach();
        JsonNode root = new ObjectMapper().readTree(export(HistoryFormat.JSON));
        assertEquals(new ObjectMapper().readTree("""
                        {"format": "lamplink-history", "version": 1, "exported": "2026-11-29T14:02:00Z", "entries": [
                          {"type": "visit", "id": "00000000-0000-0000-0000-000000000001", "time": "2026-11-29T14:02:00Z",
                           "who": {"name": "anna@desk", "identity": "00000000-0000-0000-0000-000000000007"}, "turn": "peer-came"},
                          {"type": "text", "id": "00000000-0000-0000-0000-000000000002", "time": "2026-11-29T14:02:00Z", "own": false,
                           "from": {"name": "anna@desk", "identity": "00000000-0000-0000-0000-000000000007"}, "direct": true,
                           "text": "你好\\nline two"},
                          {"type": "transfer", "id": "00000000-0000-0000-0000-000000000003", "time": "2026-11-29T14:03:00Z", "own": false,
                           "peer": {"name": "anna@desk", "identity": "00000000-0000-0000-0000-000000000007"},
                           "name": "a.bin", "size": 12, "outcome": "failed", "failure": "disk-full"},
                          {"type": "text", "id": "00000000-0000-0000-0000-000000000004", "time": "2026-11-30T14:02:00Z", "own": true,
                           "to": ["anna@desk"], "recipients": 1, "delivered": 1, "failed": 0, "text": "bye"}]}"""), root);
    }

    @ParameterizedTest
    @EnumSource(HistoryFormat.class)
    void hostileTextIsHarmless(HistoryFormat format) throws Exception {
        fixture.hear(HOSTILE);
        String out = export(format);
        assertFalse(out.contains("\u202E") || out.contains("\u0007") || out.contains("\u2028"), out);
        if (format == HistoryFormat.HTML) {
            assertFalse(out.contains("<script") || out.contains("<img"), out);
            assertTrue(out.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;[U+202E]gpj.exe"), out);
        }
        if (format == HistoryFormat.JSON) {
            assertEquals(
                    HOSTILE,
                    new ObjectMapper().readTree(out).at("/entries/0/text").asText());
        }
    }

    @ParameterizedTest
    @EnumSource(HistoryFormat.class)
    void nothingCanBeExportedToo(HistoryFormat format) throws Exception {
        get(fixture.history().clear());
        assertFalse(export(format).isEmpty());
        try (History off = new History(folder.resolve("none.db"), new Keeping(false, 0))) {
            assertEquals(new ExportResult.Exported(target, 0), get(off.export(target, format, WORDS)));
        }
    }

    @Test
    void whatStoodThereIsReplacedByTheWholeFileOnly() throws Exception {
        fixture.hear("kept");
        Files.writeString(target, "before");
        HistoryWords failing = new HistoryWords() {
            @Override
            public String title() {
                return WORDS.title();
            }

            @Override
            public Locale locale() {
                return WORDS.locale();
            }

            @Override
            public ZoneId zone() {
                return WORDS.zone();
            }

            @Override
            public String about(HistoryEntry entry) {
                throw new IllegalStateException("no word for it");
            }
        };
        ExportResult result = get(fixture.history().export(target, HistoryFormat.TEXT, failing));
        assertEquals(new ExportResult.NotExported(HistoryProblem.OTHER), result);
        assertEquals("before", Files.readString(target));
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
        }
        export(HistoryFormat.TEXT);
        assertFalse(Files.readString(target).contains("before"));
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        Path nowhere = folder.resolve("nowhere").resolve("export.txt");
        assertEquals(
                new ExportResult.NotExported(HistoryProblem.NOT_WRITABLE),
                get(fixture.history().export(nowhere, HistoryFormat.TEXT, WORDS)));
    }
}
