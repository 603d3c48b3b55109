package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.simulation.MemorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sessions that docs/protocol.md shows are those that two sides have, message by message, chunks in a row as one. */
class ProtocolPageSessionsTest {
    private static final UUID ID = new UUID(7, 1);
    private static final int SIZE = 150_000;
    private static final int KEPT = 131_072;
    private static final Pattern LINE =
            Pattern.compile("^([SC])  (?:(01) |\\{\"type\":\"(F[A-Z_]+)\")", Pattern.MULTILINE);

    private final PlayedPair pair = new PlayedPair(new LamplinkDialect().traits());

    @TempDir
    private Path temp;

    private static void offer(PlayedPair to) {
        to.sender.does(transfers -> transfers.offer(ID, MemorySource.random("a.bin", SIZE, 1)));
    }

    @Test
    void aFile() throws IOException {
        offer(pair);
        pair.run();
        assertAsShown("## A whole session", pair);
    }

    @Test
    void aFileThatIsResumed() throws IOException {
        pair.sender.loses(message -> message instanceof Message.FileComplete
                || (message instanceof Message.FileChunk chunk && chunk.offset() >= KEPT));
        offer(pair);
        pair.after(1000, pair::cut).run();
        PlayedPair second = pair.again();
        offer(second);
        second.run();
        assertAsShown("### A file that is resumed", second);
        Message.FileAck ack = second.receiver.sent(Message.FileAck.class).getFirst();
        assertEquals(KEPT, ack.offset());
        assertTrue(ack.prefix() != null);
    }

    @Test
    void aFolder() throws IOException {
        FolderOffer.Entry note = file("", "note.txt", 12, 1);
        FolderOffer.Entry picture = file("photos/day 1", "1.png", SIZE, 2);
        FolderOffer offer =
                new FolderOffer(ID, temp.resolve("trip"), List.of(note, picture), List.of("maps"), 2, SIZE + 12, 0);
        pair.sender.does(transfers -> transfers.offer(offer));
        pair.run();
        assertAsShown("### A folder", pair);
    }

    private FolderOffer.Entry file(String path, String name, int size, long number) throws IOException {
        Path file = Files.createDirectories(temp.resolve("trip").resolve(path)).resolve(name);
        Files.write(file, new byte[size]);
        return new FolderOffer.Entry(
                new UUID(7, 1 + number),
                path,
                file,
                size,
                Files.getLastModifiedTime(file).toInstant());
    }

    private static void assertAsShown(String heading, PlayedPair pair) throws IOException {
        assertEquals(shown(heading, "S"), said(pair.sender));
        assertEquals(shown(heading, "C"), said(pair.receiver));
    }

    private static List<String> shown(String heading, String side) throws IOException {
        String page = Files.readString(Path.of("../docs/protocol.md"));
        int start = page.indexOf("\n```\n", page.indexOf("\n" + heading + "\n"));
        List<String> words = new ArrayList<>();
        for (MatchResult line : LINE.matcher(page.substring(start, page.indexOf("\n```\n", start + 1)))
                .results()
                .toList()) {
            if (line.group(1).equals(side)) {
                words.add(line.group(2) == null ? line.group(3) : "FILE_CHUNK");
            }
        }
        return inARowAsOne(words);
    }

    private static List<String> said(PlayedPair.End end) {
        return inARowAsOne(end.sent.stream()
                .map(message -> message.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList());
    }

    private static List<String> inARowAsOne(List<String> words) {
        List<String> shorter = new ArrayList<>();
        for (String word : words) {
            if (shorter.isEmpty()
                    || !word.startsWith("FILE_CHUNK")
                    || !shorter.getLast().equals(word)) {
                shorter.add(word);
            }
        }
        return shorter;
    }
}
