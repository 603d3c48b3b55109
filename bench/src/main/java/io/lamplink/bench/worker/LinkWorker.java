package io.lamplink.bench.worker;

import io.lamplink.bench.shaper.LinkShape;
import io.lamplink.bench.shaper.SlowLink;
import java.io.IOException;
import java.util.List;

/** A slow link in a process of its own. Obeys nothing. */
public final class LinkWorker implements Worker {
    private final Voice voice;

    /** Opens a link of {@code shape} to {@code port} of this computer. */
    public LinkWorker(LinkShape shape, int port, Voice voice) throws IOException {
        this.voice = voice;
        SlowLink link = new SlowLink(shape, port);
        voice.say("listening", link.port());
        Thread.ofPlatform().daemon().name("link").start(() -> run(link));
    }

    private void run(SlowLink link) {
        try {
            link.run();
        } catch (IOException e) {
            voice.say("failed", "The slow link broke: " + e.getMessage());
        }
    }

    @Override
    public void obey(List<String> order) {
        voice.say("failed", "The slow link takes no orders.");
    }

    @Override
    public void close() {
        // Its threads end with the process.
    }
}
