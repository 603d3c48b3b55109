package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.DiagnosticsContract;

final class ServerDiagnosticsTest extends DiagnosticsContract<FakeServerEngine> {
    ServerDiagnosticsTest() {
        super(new PlayedServer(), "server");
    }
}
