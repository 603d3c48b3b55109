package io.lamplink.common.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnownServersTest {
    private static final Fingerprint ONE = new Fingerprint("01".repeat(32));
    private static final Fingerprint TWO = new Fingerprint("02".repeat(32));
    private static final String HERE = "192.168.1.5:8080";
    private static final String THERE = "[fe80::1%eth0]:8080";

    @TempDir
    private Path folder;

    @Test
    void whatWasTrustedIsKnownInTheNextRun() {
        servers().trust(HERE, ONE);
        servers().trust(THERE, TWO);

        assertEquals(Optional.of(ONE), servers().at(HERE));
        assertEquals(Optional.of(TWO), servers().at(THERE));
        assertEquals(Optional.empty(), servers().at("elsewhere:8080"));
    }

    @Test
    void aServerThatMovedIsStillKnown() {
        servers().trust(HERE, ONE);

        assertTrue(servers().knows(ONE));
        assertFalse(servers().knows(TWO));
    }

    @Test
    void anotherKeyTakesTheOldOnesPlaceAndItsNameGoes() {
        servers().trust(HERE, ONE);
        servers().called(HERE, "王 mei@studio\n");
        assertEquals(Optional.of("王 mei@studio\n"), servers().nameAt(HERE));

        servers().trust(HERE, TWO);

        assertEquals(Optional.of(TWO), servers().at(HERE));
        assertFalse(servers().knows(ONE));
        assertEquals(Optional.empty(), servers().nameAt(HERE));
    }

    @Test
    void keysOfLaterVersionsStay() throws Exception {
        Files.writeString(file(), "address=a%3A1 fingerprint=" + ONE.hex() + " colour=blue+sky\n");

        servers().trust(HERE, TWO);
        servers().called("a:1", "Ann");

        assertEquals(
                "address=a%3A1 fingerprint=" + ONE.hex() + " colour=blue+sky name=Ann\n"
                        + "address=192.168.1.5%3A8080 fingerprint=" + TWO.hex() + "\n",
                Files.readString(file()));
    }

    @Test
    void aDamagedFileIsSetAside() throws Exception {
        Files.writeString(file(), "address=a fingerprint=short\n");

        servers().trust(HERE, ONE);

        assertEquals(Optional.of(ONE), servers().at(HERE));
        assertEquals("address=a fingerprint=short\n", Files.readString(folder.resolve("known-servers.damaged")));
    }

    @Test
    void whatCannotBeReadIsNotReplaced() throws Exception {
        Path inside = Files.createFile(Files.createDirectory(file()).resolve("inside"));

        servers().trust(HERE, ONE);

        assertEquals(Optional.empty(), servers().at(HERE));
        assertTrue(Files.exists(inside));
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));

        servers().trust(HERE, ONE);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void theOldestIsForgottenWhenThereAreTooMany() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < KnownServers.MAX_SERVERS; i++) {
            many.append("address=h")
                    .append(i)
                    .append("%3A1 fingerprint=")
                    .append(ONE.hex())
                    .append('\n');
        }
        Files.writeString(file(), many);

        servers().trust(HERE, TWO);

        assertEquals(Optional.empty(), servers().at("h0:1"));
        assertEquals(Optional.of(ONE), servers().at("h1:1"));
        assertEquals(Optional.of(TWO), servers().at(HERE));
    }

    private KnownServers servers() {
        return new KnownServers(file());
    }

    private Path file() {
        return folder.resolve("known-servers");
    }
}
