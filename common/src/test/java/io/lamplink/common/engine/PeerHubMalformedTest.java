package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A peer that sends what makes no sense. */
final class PeerHubMalformedTest extends PeerHubFixture {
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Logger logger = Logger.getLogger(PeerLink.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void hear() {
        logger.addHandler(handler);
    }

    @AfterEach
    void hearNoMore() {
        logger.removeHandler(handler);
    }

    @Test
    void whatWasWrongIsInTheLogAndALotOfItDoesNotFillIt() throws InterruptedException {
        PlayedPeer mei = joined("Mei");
        for (int i = 0; i < 12; i++) {
            mei.say(new Frame.Text("{\"type\":\"LATER\",\"secret\":\"words\"}"));
            next(EngineEvent.FrameIgnored.class);
        }
        assertEquals(10, logged.size(), logged::toString);
        assertTrue(logged.getFirst().endsWith("A JSON text has a type that is not known here."), logged::toString);
    }
}
