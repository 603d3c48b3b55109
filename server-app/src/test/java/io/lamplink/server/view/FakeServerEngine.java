package io.lamplink.server.view;

import io.lamplink.common.reach.Finding;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.server.engine.ServerEngine;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

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

    @Override
    public void share(boolean on) {
        asked.add("share " + on);
    }

    @Override
    public void catchUp(boolean on) {
        asked.add("catch up " + on);
    }

    @Override
    public void remove(UUID peer) {
        asked.add("remove " + peer);
    }

    @Override
    public void allowUnencrypted(boolean allowed) {
        asked.add("allowUnencrypted " + allowed);
    }

    /** What is asked for. */
    PinSetting pin = new PinSetting(new Pin("482913"), false);

    @Override
    public void askForPin(PinSetting setting) {
        pin = setting;
        asked.add("askForPin " + setting.pin().digits() + " " + setting.asked());
    }

    @Override
    public PinSetting pin() {
        return pin;
    }

    @Override
    public void announce(boolean on) {
        asked.add("announce " + on);
    }

    /** What is found to keep others out; not before the test says so. */
    final CompletableFuture<List<Finding>> findings = new CompletableFuture<>();

    @Override
    public String name() {
        return "mei@studio";
    }

    @Override
    public CompletableFuture<List<Finding>> checkReach() {
        asked.add("check reach");
        return findings;
    }

    @Override
    public Fingerprint fingerprint() {
        return new Fingerprint("0123456789abcdef".repeat(4));
    }
}
