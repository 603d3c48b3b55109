package io.lamplink.installer.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BomTest {
    private static final String LIST = """
            {"metadata": {"component": {"name": "lamplink-server"}},
             "components": [
               {"group": "g", "name": "one", "version": "1", "purl": "pkg:maven/g/one@1?type=jar",
                "hashes": [{"alg": "SHA-1", "content": "00"}, {"alg": "SHA-256", "content": "aa"}],
                "licenses": [{"license": {"id": "MIT"}}]},
               {"group": "g", "name": "two", "version": "2", "purl": "pkg:maven/g/two@2?classifier=linux&type=jar",
                "hashes": [{"alg": "SHA-256", "content": "bb"}]}]}
            """;

    private static final Artifact ONE = new Artifact("g", "one", "1", "");
    private static final Artifact TWO = new Artifact("g", "two", "2", "linux");

    @Test
    void isWholeWhenEveryJarHasItsHashAndItsLicence() throws IOException {
        assertEquals(List.of(), Bom.of(LIST).gaps(Map.of(ONE, "aa")));
    }

    @Test
    void tellsOfAJarThatIsMissingChangedOrWithoutLicence() throws IOException {
        Bom bom = Bom.of(LIST);
        assertEquals(List.of("g:two:2:linux is listed without a licence."), bom.gaps(Map.of(TWO, "bb")));
        assertEquals(List.of("g:one:1 is listed with another SHA-256 than ab."), bom.gaps(Map.of(ONE, "ab")));
        assertEquals(
                List.of("g:two:2:win is not listed."), bom.gaps(Map.of(new Artifact("g", "two", "2", "win"), "bb")));
    }

    @Test
    void takesWhatIsNoJar() throws IOException {
        Bom bom = Bom.of(LIST);
        bom.setProgram("cc");
        bom.add("platform", "Java runtime", "25", "GPL-2.0-only WITH Classpath-exception-2.0");
        String text = bom.text();
        assertTrue(text.contains("\"Java runtime\""));
        assertTrue(text.contains("\"cc\""));
    }
}
