package io.lamplink.common.protocol.json;

import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHAT_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_DETAIL_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FILE_NAME_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_JSON_BYTES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_NAME_CHARS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile or broken peer may put into a text frame. */
final class LamplinkDialectHostileTest {
    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final String HEX = "65a260b2b9b4e3bfaaed3240e443007a0ea8adff01635941d73b6bbab07033ce";

    private final LamplinkDialect dialect = new LamplinkDialect();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "null",
                "7",
                "[]",
                "\"HELLO\"",
                "{",
                "{}",
                "{\"type\":7}",
                "{\"type\":null}",
                "{\"type\":[\"CHAT_ACK\"]}",
                "{'type':'CHAT_ACK'}",
                "{type:\"CHAT_ACK\"}",
                "\uFEFF{\"type\":\"LATER\"}",
                "{\"type\":\"LATER\"} {}",
                "{\"type\":\"LATER\"}]",
                "{\"type\":\"LATER\"} // note",
                "{\"type\":\"LATER\",}",
                "{\"type\":\"LATER\",\"type\":\"CHAT_ACK\"}",
                "{\"type\":\"LATER\",\"x\":{\"a\":1,\"a\":1}}",
                "{\"type\":\"LATER\",\"x\":NaN}",
                "{\"type\":\"LATER\",\"x\":Infinity}",
                "{\"type\":\"LATER\",\"x\":01}",
                "{\"type\":\"LATER\",\"x\":+1}",
                "{\"type\":\"LATER\",\"x\":.5}",
                "{\"type\":\"LATER\",\"x\":\"a\tb\"}",
                "{\"type\":\"LATER\",\"x\":\"\\x\"}",
                "{\"type\":\"LATER\",\"x\":tru}",
                "{\"type\":\"LATER\",\"x\":[[[[[[[[1]]]]]]]]}",
            })
    void whatIsNotOneJsonObjectWithATypeClosesTheLink(String json) {
        assertEquals(Severity.CLOSE, fails(json).severity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"type\":\"LATER\"}", "{\"type\":\"\"}", "{\"type\":\"chat\"}", "{\"type\":\"FILE_CHUNK\"}"})
    void anUnknownTypeIsOnlySkipped(String json) {
        assertEquals(Severity.IGNORE, fails(json).severity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"PIN_ASKED\"}",
                "{\"type\":\"PIN_ASKED\",\"id\":\"1\"}",
                "{\"type\":\"PIN_SHARE\"}",
                "{\"type\":\"PIN_SHARE\",\"share\":4}",
                "{\"type\":\"PIN_SHARE\",\"share\":\"" + HEX + HEX + "\"}",
                "{\"type\":\"PIN_SHARE\",\"share\":\"02" + HEX + "\"}",
                "{\"type\":\"PIN_SHARE\",\"share\":\"06" + HEX + HEX + "\"}",
                "{\"type\":\"PIN_SHARE\",\"share\":\"04" + HEX + HEX + "0\"}",
                "{\"type\":\"PIN_SHARE\",\"share\":\"04" + HEX + HEX + "00\"}",
                "{\"type\":\"PIN_SHARE\",\"share\":\"04" + HEX + HEX + "\\n\"}",
                "{\"type\":\"PIN_PROOF\",\"proof\":\"\"}",
                "{\"type\":\"PIN_PROOF\",\"proof\":\"" + HEX + "00\"}",
                "{\"type\":\"PIN_REFUSED\",\"reason\":\"wrong\"}",
                "{\"type\":\"PIN_REFUSED\",\"seconds\":1}",
                "{\"type\":\"PIN_REFUSED\",\"reason\":\"wrong\",\"seconds\":-1}",
                "{\"type\":\"PIN_REFUSED\",\"reason\":\"wrong\",\"seconds\":86401}",
                "{\"type\":\"PIN_REFUSED\",\"reason\":\"wrong\",\"seconds\":9223372036854775807}"
            })
    void whatIsSaidOfAPinMustBeRight(String json) {
        assertEquals(Severity.CLOSE, fails(json).severity());
    }

    @Test
    void digitsAreReadInEitherCaseAndAReasonThatIsNotKnownIsOne() throws MalformedFrameException {
        assertEquals(
                List.of(new Message.PinProof(HEX)),
                dialect.decode(
                        new Frame.Text("{\"type\":\"PIN_PROOF\",\"proof\":\"" + HEX.toUpperCase(Locale.ROOT) + "\"}")));
        assertEquals(
                List.of(new Message.PinRefused(PinRefusal.BUSY, 9)),
                dialect.decode(new Frame.Text("{\"type\":\"PIN_REFUSED\",\"reason\":\"full-moon\",\"seconds\":9}")));
    }

    @Test
    void limitsOnTheTextAsAWholeCloseTheLink() {
        String fields = IntStream.range(0, JsonObject.MAX_TOKENS / 2)
                .mapToObj(i -> "\"f" + i + "\":1,")
                .collect(Collectors.joining());
        for (String json : List.of(
                later("\"x\":" + "[".repeat(200_000)),
                later("\"x\":" + "[".repeat(8) + "]".repeat(8)),
                later("\"x\":" + "9".repeat(JsonObject.MAX_NUMBER_CHARS + 1)),
                later("\"x\":\"" + "a".repeat(MAX_CHAT_CHARS + 1) + "\""),
                later("\"" + "k".repeat(JsonObject.MAX_KEY_CHARS + 1) + "\":1"),
                later(fields + "\"x\":1"))) {
            MalformedFrameException failure = fails(json);
            assertEquals(Severity.CLOSE, failure.severity());
            assertEquals("A JSON text breaks a limit on depth, length or number of values.", failure.getMessage());
        }
    }

    @Test
    void theLengthLimitCountsUtf8Bytes() {
        String threeBytesEach = later("\"x\":\"" + "水".repeat(30_000) + "\"");
        int room = MAX_JSON_BYTES - (int) new Frame.Text(threeBytesEach).size();

        assertEquals(Severity.IGNORE, fails(threeBytesEach + " ".repeat(room)).severity());
        assertEquals(
                "A JSON text is too long.",
                fails(threeBytesEach + " ".repeat(room + 1)).getMessage());
    }

    /** The field as it should be, and what must not be taken for it. */
    record Field(String before, String good, List<String> bad, String after) {
        String with(String value) {
            return before + value + after;
        }

        @Override
        public String toString() {
            return before + "…" + after;
        }
    }

    private static final String TRANSFER = "\"transferId\":\"" + ID + "\"";
    private static final List<String> NOT_A_COUNT = List.of(
            "-1",
            "1.0",
            "1e2",
            "0.5",
            "1e999",
            "\"1\"",
            "true",
            "null",
            "[1]",
            "{}",
            "9223372036854775808",
            "99999999999999999999999999",
            "-9223372036854775808");
    private static final List<String> NOT_AN_ID = List.of(
            "1",
            "null",
            "\"\"",
            "\"1-1-1-1-1\"",
            "\"0f8fad5bd9cb469fa16570867728950e\"",
            "\"{" + ID + "}\"",
            "\"" + ID + "0\"",
            "\"0f8fad5b-d9cb-469f-a165-7086772895zz\"",
            "\"０f8fad5b-d9cb-469f-a165-70867728950\"");
    private static final List<String> NOT_A_TIME = List.of(
            "1700000000",
            "\"\"",
            "\"2026-11-22\"",
            "\"2026-11-22T18:09:53\"",
            "\"2026-11-22T18:09:53+01:00\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"2026-11-22T25:00:00Z\"",
            "\"9999-12-31T24:00:00Z\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"-0001-01-01T00:00:00Z\"",
            "\"2026-11-22T18:09:53.1234567890Z\"");
    private static final List<String> NOT_A_DIGEST = List.of(
            "1", "null", "\"\"", "\"" + HEX + "00\"", "\"" + HEX.substring(2) + "\"", "\"" + HEX.substring(1) + "g\"");

    @SuppressWarnings("unused") // by FieldSource
    private static final List<Field> FIELDS = List.of(
            field(
                    "HELLO\",\"name\":",
                    quoted("a", MAX_NAME_CHARS),
                    tooLong(MAX_NAME_CHARS),
                    ",\"version\":\"\",\"capabilities\":[]"),
            field(
                    "HELLO\",\"version\":",
                    quoted("a", MAX_NAME_CHARS),
                    tooLong(MAX_NAME_CHARS),
                    ",\"name\":\"\",\"capabilities\":[]"),
            field(
                    "HELLO\",\"capabilities\":",
                    array(32, quoted("c", 32)),
                    List.of(
                            "null",
                            "7",
                            "\"files\"",
                            "[7]",
                            "[\"a\",null]",
                            "[[\"a\"]]",
                            "{}",
                            array(33, "\"c\""),
                            "[" + quoted("c", 33) + "]"),
                    ",\"name\":\"\",\"version\":\"\""),
            field(
                    "CHAT\",\"text\":",
                    quoted("\\u0001", MAX_CHAT_CHARS),
                    tooLong(MAX_CHAT_CHARS),
                    chatRest("id", "time")),
            field("CHAT\",\"id\":", "\"" + ID + "\"", NOT_AN_ID, chatRest("text", "time")),
            field("CHAT\",\"time\":", "\"2026-11-22T18:09:53.123456789Z\"", NOT_A_TIME, chatRest("id", "text")),
            field("CHAT_ACK\",\"id\":", "\"" + ID + "\"", NOT_AN_ID, ""),
            field("TYPING\",\"on\":", "false", List.of("null", "0", "\"true\"", "[]", "{}"), ""),
            field(
                    "TYPING\",\"from\":",
                    quoted("水", MAX_NAME_CHARS),
                    List.of("7", "[]", "true", quoted("a", MAX_NAME_CHARS + 1)),
                    ",\"on\":true"),
            field(
                    "FILE_HEADER\",\"transferId\":",
                    "\"" + ID + "\"",
                    NOT_AN_ID,
                    ",\"name\":\"a\",\"size\":0,\"chunkSize\":1"),
            field(
                    "FILE_HEADER\",\"name\":",
                    quoted("水", MAX_FILE_NAME_CHARS),
                    tooLong(MAX_FILE_NAME_CHARS),
                    "," + TRANSFER + ",\"size\":0,\"chunkSize\":1"),
            field(
                    "FILE_HEADER\",\"size\":",
                    "9223372036854775807",
                    NOT_A_COUNT,
                    "," + TRANSFER + ",\"name\":\"a\",\"chunkSize\":1"),
            field(
                    "FILE_HEADER\",\"chunkSize\":",
                    "1048576",
                    with(NOT_A_COUNT, "0", "1048577"),
                    "," + TRANSFER + ",\"name\":\"a\",\"size\":0"),
            field(
                    "FILE_HEADER\",\"modified\":",
                    "\"0000-01-01T00:00:00Z\"",
                    NOT_A_TIME,
                    "," + TRANSFER + ",\"name\":\"a\",\"size\":0,\"chunkSize\":1"),
            field(
                    "FILE_ACK\",\"accepted\":",
                    "true",
                    List.of("null", "1", "\"true\"", "[]"),
                    "," + TRANSFER + ",\"offset\":0"),
            field("FILE_ACK\",\"offset\":", "0", NOT_A_COUNT, "," + TRANSFER + ",\"accepted\":true"),
            field(
                    "FILE_ACK\",\"reason\":",
                    "\"busy\"",
                    List.of("null", "7", "[\"busy\"]", quoted("r", 65)),
                    "," + TRANSFER + ",\"accepted\":false"),
            field(
                    "FILE_CANCEL\",\"detail\":",
                    quoted("d", MAX_DETAIL_CHARS),
                    List.of("7", "[]", quoted("d", MAX_DETAIL_CHARS + 1)),
                    "," + TRANSFER + ",\"reason\":\"busy\""),
            field("FILE_CHUNK_ACK\",\"written\":", "0", NOT_A_COUNT, "," + TRANSFER),
            field("FILE_COMPLETE\",\"size\":", "0", NOT_A_COUNT, "," + TRANSFER + ",\"sha256\":\"" + HEX + "\""),
            field("FILE_COMPLETE\",\"sha256\":", "\"" + HEX + "\"", NOT_A_DIGEST, "," + TRANSFER + ",\"size\":0"),
            field("FILE_VERIFIED\",\"sha256\":", "\"" + HEX + "\"", NOT_A_DIGEST, "," + TRANSFER));

    @ParameterizedTest
    @FieldSource("FIELDS")
    void aFieldAtItsLimitIsTakenAndAnythingElseClosesTheLink(Field field) throws MalformedFrameException {
        assertEquals(1, dialect.decode(new Frame.Text(field.with(field.good))).size());
        for (String bad : field.bad) {
            MalformedFrameException failure = fails(field.with(bad));
            assertEquals(Severity.CLOSE, failure.severity(), bad);
            assertTrue(failure.getMessage().startsWith("The JSON field "), bad);
        }
    }

    @Test
    void aCompleteFileWithoutDigestIsMalformed() {
        assertEquals(
                "The JSON field sha256 is missing or not what it should be.",
                fails("{\"type\":\"FILE_COMPLETE\"," + TRANSFER + ",\"size\":1}")
                        .getMessage());
    }

    @Test
    void theSentenceNeverHoldsTextFromTheWire() {
        String secret = "s3cret";
        for (String json : List.of(
                "{\"type\":\"" + secret + "\"}",
                "{\"" + secret + "\":1,\"" + secret + "\":2}",
                secret,
                "{\"type\":\"CHAT_ACK\",\"id\":\"" + secret + "\"}",
                "{\"type\":\"CHAT_ACK\",\"id\":" + secret + "}")) {
            MalformedFrameException failure = fails(json);
            assertFalse(failure.getMessage().contains(secret), failure.getMessage());
            assertEquals(null, failure.getCause());
        }
    }

    @Test
    void aBrokenFrameLeavesNothingBehind() throws MalformedFrameException {
        fails("{\"type\":\"CHAT_ACK\",\"id\":");
        assertEquals(
                List.of(new Message.ChatAck(java.util.UUID.fromString(ID))),
                dialect.decode(new Frame.Text("{\"type\":\"CHAT_ACK\",\"id\":\"" + ID + "\"}")));
    }

    private MalformedFrameException fails(String json) {
        return assertThrows(MalformedFrameException.class, () -> dialect.decode(new Frame.Text(json)));
    }

    private static String later(String fields) {
        return "{\"type\":\"LATER\"," + fields + "}";
    }

    private static Field field(String start, String good, List<String> bad, String rest) {
        return new Field("{\"type\":\"" + start, good, bad, rest + "}");
    }

    private static String chatRest(String... keys) {
        return List.of(keys).stream()
                .map(key -> switch (key) {
                    case "id" -> ",\"id\":\"" + ID + "\"";
                    case "text" -> ",\"text\":\"\"";
                    default -> ",\"time\":\"2026-11-22T18:09:53Z\"";
                })
                .collect(Collectors.joining());
    }

    private static String quoted(String part, int times) {
        return "\"" + part.repeat(times) + "\"";
    }

    /** Neither another type than string nor one character too many; a chat text that long already breaks the parser's limit. */
    private static List<String> tooLong(int max) {
        return max == MAX_CHAT_CHARS
                ? List.of("null", "7", "[]")
                : List.of("null", "7", "[]", "true", quoted("a", max + 1));
    }

    private static String array(int times, String item) {
        return "[" + (item + ",").repeat(times - 1) + item + "]";
    }

    private static List<String> with(List<String> list, String... more) {
        return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(more))
                .toList();
    }
}
