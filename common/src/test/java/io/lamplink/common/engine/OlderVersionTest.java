package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.SendBook.FileSend;
import io.lamplink.common.engine.SendBook.FolderSend;
import io.lamplink.common.history.History;
import io.lamplink.common.history.HistoryEntry;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Transfer;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.history.HistoryQuery;
import io.lamplink.common.history.Keeping;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Identity;
import io.lamplink.common.security.KeptPin;
import io.lamplink.common.security.KnownServers;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.settings.SettingsEvent;
import io.lamplink.common.settings.SettingsFile;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.JournalFile;
import io.lamplink.common.transfer.Spool;
import io.lamplink.common.transfer.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What version 0.1.0 has left, in files as it wrote them, is read; and what a later version will leave is not lost. */
final class OlderVersionTest {
    private static final Path OLDER = Path.of("src/test/resources/older/0.1.0");
    private static final UUID PEER = new UUID(12, 1);
    private static final UUID ARRIVED = new UUID(5, 1);
    private static final UUID HALF = new UUID(5, 2);

    @TempDir
    private Path temp;

    private final List<SettingsEvent> told = new ArrayList<>();

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(OLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) { // with the time of now
                Path target = temp.resolve(OLDER.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    private Path data(String name) {
        return temp.resolve("data").resolve(name);
    }

    private SettingsFile settings(String name) {
        Path folder = temp.resolve("settings");
        return new SettingsFile(
                folder.resolve(name + ".json"),
                List.of(folder.resolve(name + ".properties")),
                InstantSource.system(),
                told::add);
    }

    private SendBook sends() {
        SendBook book = new SendBook(new JournalFile(data("client").resolve("sending")), Runnable::run);
        book.load(Instant.parse("2026-11-23T08:00:00Z"));
        return book;
    }

    private DiskSpool spool() {
        DiskSpool spool = new DiskSpool(data("client").resolve("spool"));
        spool.recover(Instant.now());
        return spool;
    }

    @Test
    void settings() {
        Map<String, String> values = settings("client").values();
        assertEquals("daylight", values.get("theme"));
        assertEquals("1120", values.get("width"));
        assertEquals("Mei 王", values.get("name"));
        assertEquals("true", values.get("history"));
        assertEquals("1073741824", values.get("spool-limit"));
        assertEquals("false", values.get("ask-before-sending"));
        assertEquals(14, values.size());
    }

    @Test
    void settingsBeforeJson() {
        assertEquals("high-contrast", settings("server").values().get("theme"));
        assertTrue(Files.exists(temp.resolve("settings/server.json")));
        assertEquals(List.of(), told);
    }

    @Test
    void settingsOfALaterVersionStay() throws IOException {
        Path file = temp.resolve("settings/client.json");
        Files.writeString(file, "{ \"theme\": \"neon\", \"layouts\": [ { \"left\": 3 } ] }");
        settings("client").put("width", "900");
        String now = Files.readString(file);
        assertTrue(now.contains("neon") && now.contains("\"left\" : 3") && now.contains("900"), now);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aHistory(int step) throws Exception {
        try (History history = new History(data("history-step-" + step + ".db"), Keeping.EVERYTHING)) {
            List<HistoryEntry> entries =
                    history.beforeThisRun(10).get(30, TimeUnit.SECONDS).entries();
            assertEquals(4, entries.size());
            assertEquals("图书馆 at noon", ((Text) entries.getFirst()).text());
            Text own = (Text) entries.get(1);
            assertTrue(own.own() && own.delivered() == 1 && own.to().equals(List.of("anna@desk")), own::toString);
            assertEquals("/home/mei/slides.pdf", ((Transfer) entries.get(2)).path());
            assertEquals(HistoryEntry.Turn.PEER_WENT, ((Visit) entries.getLast()).turn());
            assertEquals(1, history.count(HistoryQuery.of("图书馆")).get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void whoAProgramIs() {
        try (StateFolder folder = StateFolder.take(data("client"))) {
            assertEquals(UUID.fromString("0b9d3a5e-6f2c-4d1b-8a77-3c5e9f1a2b4d"), folder.identity());
        }
    }

    @Test
    void whatWasBeingSent() {
        SendBook book = sends();
        assertEquals(2, book.to(PEER).size());
        FileSend file = (FileSend) book.to(PEER).getFirst();
        assertEquals(Path.of("/home/mei/a b.txt"), file.path());
        assertEquals(new UUID(9, 9), file.batch());
        FolderSend folder = (FolderSend) book.to(PEER).getLast();
        assertEquals(
                List.of("图片/2.jpg"),
                folder.left().values().stream().map(one -> one.path()).toList());
        assertEquals(List.of("图片/empty"), folder.emptyFolders());
        assertEquals(List.of(new UUID(12, 13)), book.disownedBy(PEER));
    }

    @Test
    void whatArrivedAndWhatIsMissing() throws IOException {
        try (DiskSpool spool = spool()) {
            StoredFile file = spool.arrived().getFirst();
            assertEquals("报告 1.txt", file.name());
            assertEquals(11, file.size());
            assertEquals(List.of(new UUID(12, 1).toString(), "ann@desk"), file.sender());
            assertTrue(spool.unwanted(new UUID(5, 3)));
            Spool.Entry rest = spool.open(new Message.FileHeader(HALF, "rest.bin", 8, null, 1024));
            assertEquals(4, rest.length());
            rest.suspend();
        }
    }

    @Test
    void aServersKeyPinAndTheServersThatWereMet() {
        Fingerprint key = Identity.keptIn(data("server-identity.pem")).fingerprint();
        assertEquals("4081c9508c006a0c243511d7b51493cefd198adfb2d25e13a56d079b594f3bb4", key.hex());
        assertEquals(Optional.of(new PinSetting(new Pin("482913"), true)), new KeptPin(data("server-pin")).read());
        KnownServers servers = new KnownServers(data("client-known-servers"));
        assertEquals(Optional.of(new Fingerprint("01".repeat(32))), servers.at("192.168.1.5:8080"));
        assertEquals(Optional.of("ann@studio"), servers.nameAt("192.168.1.5:8080"));
        assertEquals(Optional.of(new Fingerprint("02".repeat(32))), servers.at("[fe80::1%eth0]:8080"));
    }

    @Test
    void whatALaterVersionSendsIsSetAsideAndTheRestGoesOn() throws IOException {
        Path journal = data("client").resolve("sending");
        Files.writeString(journal, "stream\t" + PEER + "\t42\n", StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(journal);
        assertEquals(2, sends().to(PEER).size());
        assertEquals(
                -1, java.util.Arrays.mismatch(before, Files.readAllBytes(journal.resolveSibling("sending.newer"))));
        assertFalse(Files.readString(journal).contains("stream"));
    }

    @Test
    void whatALaterVersionReceivedIsSetAsideWithItsBytes() throws IOException {
        Path folder = data("client").resolve("spool");
        Path bytes = Files.writeString(folder.resolve(new UUID(5, 9) + ".part"), "of a later version");
        Files.writeString(folder.resolve("journal"), "clip\t" + new UUID(5, 9) + "\t18\n", StandardOpenOption.APPEND);
        for (int run = 0; run < 2; run++) {
            try (DiskSpool spool = spool()) {
                assertEquals(ARRIVED, spool.arrived().getFirst().id());
            }
        }
        assertTrue(Files.readString(folder.resolve("journal.newer")).contains("clip"));
        assertEquals("of a later version", Files.readString(bytes));
    }

    @Test
    void whatIsUnderstoodIsNotSetAside() {
        sends();
        spool().close();
        assertFalse(Files.exists(data("client").resolve("sending.newer")));
        assertFalse(Files.exists(data("client").resolve("spool").resolve("journal.newer")));
    }
}
