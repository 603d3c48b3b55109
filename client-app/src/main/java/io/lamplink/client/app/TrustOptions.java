package io.lamplink.client.app;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.common.engine.EngineEvent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run without a window answers when it is asked whom to trust, where a window would ask a person. */
final class TrustOptions {

    @Option(
            names = "--fingerprint",
            paramLabel = "F",
            description = "Connect encrypted, and only to the server with this fingerprint, as hex digits or as words"
                    + " (headless).")
    private @Nullable String fingerprint;

    @Option(
            names = "--trust-first",
            description = "Trust a server that was never met before, and remember it (headless).")
    private boolean trustFirst;

    @Option(
            names = "--allow-unencrypted",
            description = "Go on without encryption if the server does not encrypt (headless).")
    private boolean allowUnencrypted;

    /** Has {@code engine} hear the answers. */
    void answer(ConnectingEngine engine) {
        String only = fingerprint;
        if (only != null) {
            engine.trustOnly(only);
        }
        engine.addListener(event -> {
            if (event instanceof EngineEvent.IdentityAsked asked) {
                engine.trust(trustFirst && only == null && asked.expected() == null);
            } else if (event instanceof EngineEvent.ClearAsked) {
                engine.goOnInClear(allowUnencrypted);
            } else if (event instanceof EngineEvent.PinAsked) {
                engine.pin(null); // The one of the command line has been proved, or was of no use.
            }
        });
    }
}
