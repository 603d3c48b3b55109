package io.lamplink.common.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdentityTest {
    @TempDir
    private Path folder;

    @Test
    void isTheSameInEveryRun() {
        Identity first = Identity.keptIn(file());
        Identity second = Identity.keptIn(file());

        assertEquals(first.fingerprint(), second.fingerprint());
        assertArrayEquals(first.key().getEncoded(), second.key().getEncoded());
    }

    @Test
    void isAnotherForEachServer() {
        assertNotEquals(Identity.fresh().fingerprint(), Identity.fresh().fingerprint());
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Identity.keptIn(file());

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void theCertificateSignsItselfAndHasNoEnd() throws Exception {
        Identity identity = Identity.fresh();

        identity.certificate().verify(identity.certificate().getPublicKey());
        assertEquals(3, identity.certificate().getVersion());
        assertEquals(
                "CN=Lamplink", identity.certificate().getSubjectX500Principal().getName());
        assertEquals("SHA256withECDSA", identity.certificate().getSigAlgName());
        assertEquals(
                Instant.parse("9999-12-31T23:59:59Z"),
                identity.certificate().getNotAfter().toInstant());
        assertTrue(identity.certificate().getSerialNumber().signum() > 0);
    }

    @Test
    void aDamagedFileIsSetAsideAndAnotherMade() throws Exception {
        Identity before = Identity.keptIn(file());
        String whole = Files.readString(file());
        List<String> damaged = List.of(
                "",
                "nonsense",
                whole.substring(0, whole.length() / 2),
                whole.replace("PRIVATE KEY", "PUBLIC KEY"),
                "\0".repeat(100),
                IdentityText.of(new Identity(Identity.fresh().key(), before.certificate())));
        for (String text : damaged) {
            Files.writeString(file(), text);

            Identity after = Identity.keptIn(file());

            assertNotEquals(before.fingerprint(), after.fingerprint());
            assertEquals(text, Files.readString(folder.resolve("server.pem.damaged")));
            assertEquals(after.fingerprint(), Identity.keptIn(file()).fingerprint());
        }
    }

    /** Or a disk that fails once would make another server of it for all its clients. */
    @Test
    void whatCannotBeReadStaysAndNoOtherTakesItsPlace() throws Exception {
        Path inside = Files.createFile(Files.createDirectory(file()).resolve("inside"));

        assertNotEquals(
                Identity.keptIn(file()).fingerprint(), Identity.keptIn(file()).fingerprint());
        assertTrue(Files.exists(inside));
    }

    @Test
    void withoutADiskItLastsAsLongAsTheRun() throws Exception {
        Path noFolder = Files.createFile(folder.resolve("file"));

        assertEquals(
                64,
                Identity.keptIn(noFolder.resolve("server.pem"))
                        .fingerprint()
                        .hex()
                        .length());
    }

    @Test
    void manyStartsAtOnceAgree() {
        List<CompletableFuture<Fingerprint>> starts = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> Identity.keptIn(file()).fingerprint()))
                .toList();

        Set<Fingerprint> all = starts.stream().map(CompletableFuture::join).collect(Collectors.toSet());

        assertEquals(1, all.size());
    }

    @Test
    void sayingWhoItIsDoesNotTellTheKey() {
        Identity identity = Identity.fresh();

        assertFalse(identity.toString()
                .contains(HexFormat.of().formatHex(identity.key().getEncoded())));
        assertTrue(identity.toString().contains(identity.fingerprint().groups()));
    }

    @Test
    void lengthsAndNumbersAreWrittenAsDerHasIt() {
        assertEquals("06082a8648ce3d040302", hex(Der.oid(0x2A, 840, 10045, 4, 3, 2)));
        assertEquals("020100", hex(Der.integer(BigInteger.ZERO)));
        assertEquals("02020080", hex(Der.integer(BigInteger.valueOf(128))));
        assertEquals("30020101", hex(Der.sequence(new byte[] {1, 1})));
        assertEquals("308180", hex(Der.sequence(new byte[128])).substring(0, 6));
        assertEquals("30820100", hex(Der.sequence(new byte[256])).substring(0, 8));
        assertEquals("030200ff", hex(Der.bitString(new byte[] {-1})));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private Path file() {
        return folder.resolve("server.pem");
    }
}
