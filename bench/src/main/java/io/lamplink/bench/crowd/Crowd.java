package io.lamplink.bench.crowd;

import io.lamplink.bench.process.BenchException;
import io.lamplink.bench.worker.Voice;
import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Many {@link LightClient}s on one thread, which runs everything but {@link #later}. */
final class Crowd implements LightClient.Listener {
    private static final int ROOM = 64 * 1024;
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(20);

    /** So many may be on their way in at once: more, and the system turns some away. */
    private static final int AT_THE_DOOR = 40;

    private final int port;
    private final Voice voice;
    private final Selector selector;
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final List<LightClient> clients = new ArrayList<>();
    private final List<Long> delays = new ArrayList<>();
    private int wanted;
    private int ready;
    private int speaker;
    private long interval;
    private long nextSaid;
    private long awaited;
    private int haveAll;
    private long outOfOrder;
    private long lost;
    private boolean hushed;

    /** Clients of the server at {@code port} of this computer; none yet. */
    Crowd(int port, Voice voice) throws IOException {
        this.port = port;
        this.voice = voice;
        this.selector = Selector.open();
        Thread.ofPlatform().daemon().name("crowd").start(this::run);
    }

    /** Has {@code order} carried out; any thread. */
    void later(Runnable order) {
        orders.add(order);
        selector.wakeup();
    }

    /** So many more clients; {@code connected} is reported when all are in. */
    void grow(int count) {
        wanted += count;
    }

    /** One more client that answers the next offer of a file and reads nothing from then on. */
    void stall() {
        add(true);
        wanted++;
    }

    /** The first {@code count} clients go without a word. */
    void shrink(int count) {
        List<LightClient> going = clients.subList(0, Math.min(count, clients.size()));
        going.forEach(LightClient::leave);
        wanted -= going.size();
        ready -= (int) going.stream().filter(LightClient::isReady).count();
        going.clear();
    }

    /** From now on each client says a text every {@code millis}, one after another at even intervals. */
    void talk(long millis) {
        interval = TimeUnit.MILLISECONDS.toNanos(millis) / Math.max(1, clients.size());
        nextSaid = System.nanoTime();
        delays.clear();
        hushed = false;
    }

    /** No further texts; {@code delays} is reported with the nanoseconds of each when all are answered. */
    void hush() {
        interval = 0;
        hushed = true;
    }

    /**
     * Texts are counted from 0 from the report {@code awaiting} on; {@code heard} is reported when each client has heard
     * {@code count} of them.
     */
    void await(long count) {
        clients.forEach(LightClient::startOver);
        outOfOrder = 0;
        haveAll = 0;
        awaited = count;
        say("awaiting");
    }

    /** Reports {@code state}: clients, connections that the server has ended, texts that came out of order. */
    void tellState() {
        say("state", clients.size(), lost, outOfOrder);
    }

    private void run() {
        byte[] room = new byte[ROOM];
        try {
            while (true) {
                selector.select(key -> ((LightClient) key.attachment()).turn(room), patience());
                for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
                    order.run();
                }
                for (int i = clients.size() - ready; i < AT_THE_DOOR && clients.size() < wanted; i++) {
                    add(false);
                }
                speak();
            }
        } catch (IOException | RuntimeException e) {
            say("failed", "The crowd: " + e.getMessage());
        }
    }

    private long patience() {
        long nanos = interval == 0 ? GLANCE : Math.min(GLANCE, nextSaid - System.nanoTime());
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private void add(boolean stalls) {
        try {
            clients.add(new LightClient(port, stalls, selector, this));
        } catch (IOException e) {
            throw new BenchException("a client could not connect, " + e.getMessage(), e);
        }
    }

    private void speak() {
        long now = System.nanoTime();
        while (interval > 0 && nextSaid <= now && !clients.isEmpty()) {
            clients.get(speaker++ % clients.size()).say(now);
            nextSaid += interval;
        }
        if (hushed && clients.stream().noneMatch(LightClient::waits)) {
            hushed = false;
            say("delays", delays.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
    }

    @Override
    public void ready(LightClient client) {
        ready++;
        if (ready == wanted) {
            say("connected", ready);
        }
    }

    @Override
    public void heard(LightClient client, boolean inOrder) {
        outOfOrder += inOrder ? 0 : 1;
        haveAll += inOrder && client.heard() == awaited ? 1 : 0;
        if (awaited > 0 && haveAll == clients.size()) {
            awaited = 0;
            say("heard", System.nanoTime(), outOfOrder);
        }
    }

    @Override
    public void acknowledged(long nanos) {
        delays.add(nanos);
    }

    @Override
    public void lost(LightClient client, String why) {
        clients.remove(client);
        wanted--;
        ready -= client.isReady() ? 1 : 0;
        lost++;
        say("lost", why);
    }

    private void say(Object... words) {
        voice.say(words);
    }
}
