package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names the origin of a web page. */
final class WebOriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org",
        "HTTPS://Example.ORG/, https://example.org",
        "https://example.org:443, https://example.org",
        "http://example.org:80, http://example.org",
        "http://example.org:443, http://example.org:443",
        "http://127.0.0.1:8000, http://127.0.0.1:8000",
        "http://[::1]:8000, http://[::1]:8000",
        "chrome-extension://abcdef, chrome-extension://abcdef"
    })
    void anOriginIsWrittenAsABrowserWritesIt(String text, String origin) {
        assertEquals(origin, WebOrigin.of(text).orElseThrow().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "*",
                "example.org",
                "localhost:5173",
                "//example.org",
                "https://",
                "https://*.example.org",
                "https://example.org/path",
                "https://example.org?x",
                "https://example.org#x",
                "https://me@example.org",
                "https://example.org:70000",
                "https://a b",
                "http://a, http://b",
                "file:///etc"
            })
    void nothingElseIsOne(String text) {
        assertEquals(Optional.empty(), WebOrigin.of(text));
    }
}
