package io.lamplink.common.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.session.Rate;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/protocol.md says is what the code does, as far as a machine can compare the two. */
final class ProtocolPageTest {
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern HEX_BLOCK = Pattern.compile("```\n((?:[0-9a-f]{2} ).*?)```", Pattern.DOTALL);
    private static final Pattern HEX_LINE = Pattern.compile("^(?:[0-9a-f]{2}(?: |$))+", Pattern.MULTILINE);

    private static final Pattern KEY = Pattern.compile("\"(?!type\")(\\w+)\":");
    private static final Pattern SECTION = Pattern.compile("\n(?=## )");
    private static final Set<Class<?>> NOT_IN_JSON = Set.of(Message.FileChunk.class, Message.FileRequest.class);

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("../docs/protocol.md"));
    }

    @Test
    void everyJsonExampleIsReadAndWrittenAgainLetterByLetter() throws MalformedFrameException {
        LamplinkDialect dialect = new LamplinkDialect();
        for (String example : jsonExamples()) {
            Message message = dialect.decode(new Frame.Text(example)).getFirst();
            assertEquals(List.of(new Frame.Text(example)), dialect.encode(message));
        }
    }

    @Test
    void everyMessageHasItsExample() throws MalformedFrameException {
        Set<Class<?>> shown = new HashSet<>(NOT_IN_JSON);
        for (String example : jsonExamples()) {
            shown.add(new LamplinkDialect()
                    .decode(new Frame.Text(example))
                    .getFirst()
                    .getClass());
        }
        assertEquals(Set.of(Message.class.getPermittedSubclasses()), shown);
    }

    @Test
    void everyFieldStandsInATableOfItsMessage() throws MalformedFrameException {
        for (String section : SECTION.split(page, -1)) {
            for (MatchResult block : JSON_BLOCK.matcher(section).results().toList()) {
                for (MatchResult key : KEY.matcher(block.group(1)).results().toList()) {
                    assertTrue(
                            Pattern.compile("^\\| [^|]*`" + key.group(1) + "`[^|]* \\|", Pattern.MULTILINE)
                                    .matcher(section)
                                    .find(),
                            key.group(1) + " in " + block.group(1));
                }
            }
        }
    }

    @Test
    void theExamplesOfDigestsAreThoseOfTheFile() throws IOException {
        byte[] file = Golden.bytes("file.bin");
        for (int length : List.of(131_072, file.length)) {
            MessageDigest digest = Sha256.newDigest();
            digest.update(file, 0, length);
            assertTrue(page.contains("\"sha256\":\"" + Sha256.of(digest).hex() + "\""), "of " + length + " bytes");
        }
    }

    private static List<String> jsonExamples() {
        return JSON_BLOCK
                .matcher(page)
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
    }

    @Test
    void everyByteExampleIsWhatGoesOnTheWire() {
        List<byte[]> examples =
                HEX_BLOCK.matcher(page).results().map(ProtocolPageTest::bytes).toList();
        UUID id = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
        Message chunk = new Message.FileChunk(
                id, 131_072, ByteBuffer.wrap(new byte[] {(byte) 0xca, (byte) 0xfe, 0, (byte) 0xff}));
        assertArrayEquals(Golden.payload(new LamplinkDialect().encode(chunk).getFirst()), examples.get(0));
        assertArrayEquals(Golden.bytes("s2c.01.FILE_HEADER.payload"), examples.get(1));
        assertArrayEquals(Golden.bytes("c2s.02.FILE_ACK.payload"), examples.get(2));
        assertArrayEquals(Arrays.copyOf(Golden.bytes("s2c.04.FILE_CHUNK.payload"), 32), examples.get(3));
        assertArrayEquals(Golden.bytes("c2s.03.FILE_CHUNK_ACK.payload"), examples.get(4));
    }

    @Test
    void everyReasonHasItsLineInOrder() {
        String tokens = Stream.of(FailureReason.values())
                .map(reason -> "| `" + reason.token() + "` | ")
                .collect(Collectors.joining("\n"));
        String table = page.substring(page.indexOf("| `cancelled` |"), page.indexOf("## A whole session"));
        assertEquals(
                tokens,
                table.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(0, line.indexOf("` | ") + 4))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void everyLimitAndCloseCodeIsTheConstants() throws IllegalAccessException {
        for (Field limit : numbers(ProtocolLimits.class)) {
            String line = "| `" + limit.getName() + "` | " + String.format(Locale.ROOT, "%,d", limit.getInt(null));
            assertTrue(page.contains(line), line);
        }
        for (Field code : numbers(CloseReason.class)) {
            String line = "| " + code.getInt(null) + " | `" + code.getName() + "` | ";
            assertTrue(page.contains(line), line);
        }
    }

    @Test
    void everyRateHasItsLine() throws IllegalAccessException {
        for (Field field : Rate.class.getFields()) {
            Rate rate = (Rate) field.get(null);
            String line = String.format(
                    Locale.ROOT,
                    "| `%s` | %,d | %,d | %,d | ",
                    field.getName(),
                    rate.perSecond(),
                    rate.burst(),
                    rate.flood());
            assertTrue(page.contains(line), line);
        }
    }

    /** Without what a tool has added that counts which lines are run. */
    private static List<Field> numbers(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> !field.isSynthetic() && !field.getName().startsWith("$"))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == int.class)
                .toList();
    }

    private static byte[] bytes(MatchResult block) {
        String digits = HEX_LINE.matcher(block.group(1))
                .results()
                .map(line -> line.group().replace(" ", ""))
                .collect(Collectors.joining());
        return HexFormat.of().parseHex(digits);
    }
}
