package io.lamplink.common.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.lamplink.common.protocol.WireText;
import io.lamplink.common.transfer.HostileTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a script and a terminal get to read. */
final class EventLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final EventLines lines = new EventLines(out);

    @Test
    void anEventIsOneLineOfJsonAsItStands() {
        lines.event("chat")
                .with("text", "你好 👩‍💻 \"x\"")
                .with("count", 3)
                .with("on", true)
                .write();
        assertEquals("{\"event\":\"chat\",\"text\":\"你好 👩‍💻 \\\"x\\\"\",\"count\":3,\"on\":true}\n", written());
    }

    @Test
    void whatATerminalWouldObeyIsEscaped() {
        lines.event("chat")
                .with("text", "\u001b[2J\u009b2J\u202ex\n" + Character.toString(0xE0041))
                .write();
        assertEquals("{\"event\":\"chat\",\"text\":\"\\u001B[2J\\u009B2J\\u202Ex\\n\\uDB40\\uDC41\"}\n", written());
    }

    @ParameterizedTest
    @MethodSource("io.lamplink.common.transfer.HostileTexts#all")
    void everyTextIsOneVisibleLineFromWhichItIsReadAgain(String text) throws IOException {
        String wellFormed = WireText.wellFormed(text);
        lines.event("chat").with("text", wellFormed).write();
        assertEquals(1, written().lines().count());
        assertEquals(List.of(), HostileTexts.hiddenIn(written().strip()));
        assertEquals(wellFormed, textOf(written()));
    }

    @Test
    void whereNobodyReadsAnyMoreTheRunGoesOnAndTriesOnce() {
        AtomicInteger tries = new AtomicInteger();
        EventLines broken = new EventLines(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                tries.incrementAndGet();
                throw new IOException("Broken pipe");
            }
        });
        broken.event("one").write();
        broken.event("two").write();
        assertEquals(1, tries.get());
    }

    private static String textOf(String line) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(line)) {
            while (!"text".equals(json.nextFieldName())) {}
            return json.nextTextValue();
        }
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
