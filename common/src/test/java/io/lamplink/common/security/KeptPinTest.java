package io.lamplink.common.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PIN that outlives the program, in a file for its user alone. */
final class KeptPinTest {
    @TempDir
    Path folder;

    @Test
    void atFirstThereIsNone() {
        assertEquals(Optional.empty(), new KeptPin(folder.resolve("pin")).read());
    }

    @Test
    void whatWasKeptLastIsReadAgain() {
        Path file = folder.resolve("pin");
        new KeptPin(file).keep(new PinSetting(new Pin("482913"), true));
        new KeptPin(file).keep(new PinSetting(new Pin("0048291357"), false));
        assertEquals(Optional.of(new PinSetting(new Pin("0048291357"), false)), new KeptPin(file).read());
    }

    @Test
    void nobodyElseCanReadIt() throws Exception {
        Path file = folder.resolve("pin");
        new KeptPin(file).keep(new PinSetting(new Pin("482913"), true));
        Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /** Else who damages the file would open the server to everybody. */
    @Test
    void whatIsDamagedIsSetAsideAndANewPinIsAskedFor() throws Exception {
        Path file = folder.resolve("pin");
        for (String text : new String[] {"", "asked=true\npin=12345\n", "asked=maybe\npin=482913\n", "482913"}) {
            Files.writeString(file, text);
            PinSetting another = new KeptPin(file).read().orElseThrow();
            assertTrue(another.asked(), text);
            assertEquals(text, Files.readString(folder.resolve("pin.damaged")));
            assertEquals(Optional.of(another), new KeptPin(file).read());
        }
    }

    @Test
    void whatCannotBeReadIsNotTakenForNone() throws Exception {
        Path file = Files.createFile(folder.resolve("pin"));
        Files.createDirectory(folder.resolve("pin.lock"));
        assertTrue(new KeptPin(file).read().orElseThrow().asked());
        assertEquals("", Files.readString(file));
    }

    @Test
    void whatIsNoTextAtAllIsDamaged() throws Exception {
        Path file = Files.write(folder.resolve("pin"), new byte[] {(byte) 0xC3, '('});
        assertTrue(new KeptPin(file).read().orElseThrow().asked());
        assertEquals(2, Files.size(folder.resolve("pin.damaged")));
    }

    @Test
    void aFolderThatCannotBeUsedCostsNoMoreThanALine() throws Exception {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        KeptPin kept = new KeptPin(inTheWay.resolve("pin"));
        kept.keep(new PinSetting(new Pin("482913"), true));
        assertEquals(Optional.empty(), kept.read());
    }
}
