package io.lamplink.common.simulation;

import io.lamplink.common.transfer.TransferSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Two programs, the links between them and all they send, from the first link until everything has ended. */
final class World {
    /** Bytes in a chunk: so few that a short file has many. */
    static final int CHUNK = 64;

    /** Bytes that may be out on one link. */
    static final long WINDOW = 16L * 1024 * 1024;

    /** Time in which everything has ended: with one file at a time, each may have to time out. */
    private static final Duration ENOUGH = Duration.ofMinutes(5);

    private static final Duration DELAY = Duration.ofMillis(5);
    private static final Duration RECONNECT = Duration.ofMillis(20);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Random random;
    private final boolean rich;
    private final Agenda agenda;
    private final Program server;
    private final Program client;
    private final List<SimulatedLink> links = new ArrayList<>();
    private final Map<UUID, Sent> files = new LinkedHashMap<>();
    private final Map<UUID, SentFolder> folders = new LinkedHashMap<>();
    private final Set<UUID> upset = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private final EventCheck eventCheck = new EventCheck(this);
    private Consumer<SimulatedLink> onConnect = _ -> {};
    private boolean reconnects = true;
    private boolean over;
    private int planned;
    private int settledFor;

    World(Random random, boolean rich) {
        this.random = random;
        this.rich = rich;
        this.agenda = new Agenda(random);
        this.server = new Program(this, "server");
        this.client = new Program(this, "client");
    }

    Agenda agenda() {
        return agenda;
    }

    boolean rich() {
        return rich;
    }

    Program server() {
        return server;
    }

    Program client() {
        return client;
    }

    List<Program> programs() {
        return List.of(server, client);
    }

    Program other(Program program) {
        return program == server ? client : server;
    }

    Map<UUID, Sent> files() {
        return files;
    }

    Map<UUID, SentFolder> folders() {
        return folders;
    }

    /** What was under way when something came in between. */
    Set<UUID> upsets() {
        return upset;
    }

    /** What was not as it should be. */
    List<String> complaints() {
        return complaints;
    }

    void complain(String complaint) {
        complaints.add(complaint);
    }

    UUID newId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Does that with each new link. */
    void onConnect(Consumer<SimulatedLink> act) {
        onConnect = act;
    }

    /** Whether the client comes back when a link is lost. */
    boolean reconnects() {
        return reconnects;
    }

    /** From now on nobody connects again. */
    void stayApart() {
        reconnects = false;
    }

    /** The newest link. */
    SimulatedLink link() {
        return links.getLast();
    }

    /** Whether the link was cut, or there was more than one. */
    boolean linkHurt() {
        return links.size() > 1 || links.stream().anyMatch(SimulatedLink::isCut);
    }

    /** Does that at some moment within {@code most}, and does not end before. */
    void within(Duration most, Runnable act) {
        planned++;
        agenda.after(agenda.upTo(most), () -> {
            planned--;
            act.run();
        });
    }

    /** Something comes in between of all that is under way now. */
    void upset() {
        programs().forEach(program -> upset.addAll(program.sending()));
    }

    void connect() {
        SimulatedLink link = new SimulatedLink(agenda, DELAY);
        Station first = server.admit(link.first());
        Station second = client.admit(link.second());
        link.listen(first.session(), second.session());
        links.add(link);
        onConnect.accept(link);
        first.session().start();
        second.session().start();
    }

    /** A link of {@code program} has ended; the client comes back. */
    void left(Program program) {
        if (program == client) {
            connectLater();
        }
    }

    private void connectLater() {
        if (rich && reconnects && !over) {
            within(RECONNECT, () -> {
                if (!client.hasLink() && reconnects && !over) {
                    connect();
                }
            });
        }
    }

    void kill(Program program) {
        upset();
        program.kill();
        links.forEach(SimulatedLink::cut);
        if (program == client) {
            connectLater();
        }
    }

    void check(Program program, TransferSnapshot snapshot) {
        eventCheck.check(program, snapshot);
    }

    /** Runs until everything has ended, or can go no further without a link. */
    void run() {
        tick();
        agenda.run();
    }

    private void tick() {
        settledFor = isSettled() ? settledFor + 1 : 0;
        if (settledFor == 2) {
            over = true;
            client.close();
        } else if (agenda.clock().elapsed() > ENOUGH.toNanos()) {
            over = true;
            complain("This never ended: " + unsettled());
            client.close();
        } else {
            programs().forEach(Program::tick);
            agenda.after(TICK, this::tick);
        }
    }

    private boolean isSettled() {
        return planned == 0 && unsettled().isEmpty();
    }

    private List<String> unsettled() {
        boolean apart = !reconnects && programs().stream().noneMatch(Program::hasLink);
        List<String> unsettled = new ArrayList<>();
        for (Program program : programs()) {
            if (!program.sendsNothing() && !apart) {
                unsettled.add(program.name() + " still has to send something.");
            }
            program.window().values().stream()
                    .filter(last -> !last.ended() && !(apart && last.waitsForPeer()))
                    .forEach(last -> unsettled.add(program.name() + ": " + last));
        }
        return unsettled;
    }
}
