package io.lamplink.client.view;

import io.lamplink.client.engine.ClientEngine;
import io.lamplink.common.discovery.ServerFinder;
import io.lamplink.common.discovery.ServerFinder.Findings;
import io.lamplink.common.security.Pin;
import io.lamplink.common.ui.testkit.FakeEngine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client's engine that only notes what it is asked. */
final class FakeClientEngine extends FakeEngine implements ClientEngine {

    /** Tells the searches that are under way what was found. */
    final List<Consumer<Findings>> searches = new CopyOnWriteArrayList<>();

    @Override
    public ServerFinder finder() {
        return told -> {
            asked.add("look");
            searches.add(told);
            return () -> {
                asked.add("look no more");
                searches.remove(told);
            };
        };
    }

    @Override
    public void connect(String address, int defaultPort) {
        asked.add("connect " + address + " " + defaultPort);
    }

    @Override
    public void tryNow() {
        asked.add("try now");
    }

    @Override
    public void seekLostLinks(boolean on) {
        asked.add("seek " + on);
    }

    @Override
    public void disconnect() {
        asked.add("disconnect");
    }

    @Override
    public void trust(boolean trusted) {
        asked.add("trust " + trusted);
    }

    @Override
    public void pin(@Nullable Pin pin) {
        asked.add("pin " + (pin == null ? "none" : pin.digits()));
    }

    @Override
    public void goOnInClear(boolean goOn) {
        asked.add("goOnInClear " + goOn);
    }
}
