package io.lamplink.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class ClientDefaultsTest {
    @Test
    void aWindowGreetsInItsLanguageAndTheOriginalServerAsItsOwnClientDoes() {
        AtomicReference<Language> language = new AtomicReference<>(Language.ENGLISH);
        Function<Peer, String> greeting = ClientDefaults.settings(language::get).greeting();
        assertEquals("Hello!", greeting.apply(Samples.peer("Mei", "192.168.1.5")));
        language.set(Language.CHINESE);
        assertEquals("你好！", greeting.apply(Samples.peer("Mei", "192.168.1.5")));
        assertEquals("客户端已连接!", greeting.apply(Samples.qtPeer("192.168.1.5")));
    }
}
