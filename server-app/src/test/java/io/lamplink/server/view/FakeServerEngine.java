package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.server.engine.ServerEngine;

/** A server's engine that only notes what it is asked. */
final class FakeServerEngine extends FakeEngine implements ServerEngine {
    @Override
    public void listen(String host, int port) {
        asked.add("listen " + host + " " + port);
    }

    @Override
    public void stop() {
        asked.add("stop");
    }
}
