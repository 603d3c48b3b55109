package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.DiagnosticsContract;

final class ClientDiagnosticsTest extends DiagnosticsContract<FakeClientEngine> {
    ClientDiagnosticsTest() {
        super(new PlayedClient(), "client");
    }
}
