package io.lamplink.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class ServerDefaultsTest {
    @Test
    void aWindowWelcomesInItsLanguageAndTheOriginalClientInBoth() {
        AtomicReference<Language> language = new AtomicReference<>(Language.ENGLISH);
        Function<Peer, String> welcome = ServerDefaults.settings(language::get).greeting();
        assertEquals("Welcome, Mei!", welcome.apply(Samples.peer("Mei", "192.168.1.21")));
        language.set(Language.CHINESE);
        assertEquals("欢迎，Mei！", welcome.apply(Samples.peer("Mei", "192.168.1.21")));
        assertEquals("欢迎! Welcome!", welcome.apply(Samples.qtPeer("192.168.1.40")));
    }
}
