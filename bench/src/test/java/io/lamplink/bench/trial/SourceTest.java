package io.lamplink.bench.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lamplink.common.protocol.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceTest {
    private static final long ODD_LENGTH = 1024 * 1024 + 7;

    @TempDir
    Path folder;

    @Test
    void aFileHasTheLengthAndTheDigestThatAreTold() throws Exception {
        Source source = Source.make(folder, ODD_LENGTH);
        MessageDigest digest = Sha256.newDigest();
        digest.update(Files.readAllBytes(source.path()));
        assertEquals(ODD_LENGTH, Files.size(source.path()));
        assertEquals(Sha256.of(digest).hex(), source.sha256());
    }

    @Test
    void theSameLengthGivesTheSameFile() throws Exception {
        assertEquals(Source.make(folder, 1000), Source.make(folder, 1000));
        assertNotEquals(
                Source.make(folder, 1000).sha256(), Source.make(folder, 1001).sha256());
    }
}
