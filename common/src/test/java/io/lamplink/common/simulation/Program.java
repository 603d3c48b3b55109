package io.lamplink.common.simulation;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.session.Channel;
import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One program of a simulation, with the duties of the real one's books: what was interrupted is offered again when the peer
 * is back, a link gives way to a newer one, and it may be killed and start again with what it has on its disk.
 */
final class Program {
    private final World world;
    private final String name;
    private final UUID identity;
    private final MemorySpool spool = new MemorySpool();
    private final List<Station> stations = new ArrayList<>();
    private final List<Station> allStations = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<TransferSnapshot> parts = new ArrayList<>();
    private final Map<UUID, TransferSnapshot> window = new LinkedHashMap<>();
    private final Map<UUID, TransferSnapshot> interrupted = new LinkedHashMap<>();
    private final Map<UUID, Sent> files = new LinkedHashMap<>();
    private final Map<UUID, SentFolder> folders = new LinkedHashMap<>();
    private final Set<UUID> disowned = new LinkedHashSet<>();
    private Life life;
    private SendLimit limit;

    Program(World world, String name) {
        this.world = world;
        this.name = name;
        this.identity = world.newId();
        this.life = new Life(world.agenda());
        this.limit = newLimit();
    }

    /** The turns of those who are killed never end. */
    private SendLimit newLimit() {
        return new SendLimit(world.agenda().clock(), world.agenda()::after);
    }

    /** How fast it may send. */
    SendLimit limit() {
        return limit;
    }

    World world() {
        return world;
    }

    String name() {
        return name;
    }

    UUID identity() {
        return identity;
    }

    MemorySpool spool() {
        return spool;
    }

    /** Everything its window was told, in order. */
    List<Told> told() {
        return told;
    }

    /** Everything that was told of files in folders. */
    List<TransferSnapshot> parts() {
        return parts;
    }

    /** What its window shows last, since the program started. */
    Map<UUID, TransferSnapshot> window() {
        return window;
    }

    /** Its ends of all links there ever were. */
    List<Station> allStations() {
        return allStations;
    }

    boolean hasLink() {
        return !stations.isEmpty();
    }

    /** What it sends and has not ended. */
    Set<UUID> sending() {
        return new LinkedHashSet<>(files.keySet());
    }

    /** Whether nothing that it sends goes on when the peer comes back. */
    boolean sendsNothing() {
        return files.isEmpty() && folders.isEmpty();
    }

    Station admit(Channel channel) {
        Station station = new Station(this, world, life, channel);
        stations.add(station);
        allStations.add(station);
        return station;
    }

    /** A person sends a file. */
    void send(Sent file) {
        life.home().execute(() -> {
            if (world.rich()) {
                files.put(file.id(), file);
            }
            stations.stream().filter(Station::takesOffers).findFirst().ifPresent(to -> offer(file, to));
        });
    }

    /** A person sends a folder. */
    void send(SentFolder folder) {
        life.home().execute(() -> {
            folders.put(folder.id(), folder);
            stations.stream()
                    .filter(Station::takesOffers)
                    .findFirst()
                    .ifPresent(to -> to.session().offer(folder.offer()));
        });
    }

    private void offer(Sent file, Station to) {
        to.session().offer(file.id(), file.file().open(life));
    }

    /** A person presses Cancel. */
    void cancel(UUID id) {
        life.home().execute(() -> {
            stations.forEach(station -> station.session().cancel(id));
            TransferSnapshot waits = interrupted.remove(id);
            if (waits != null) {
                forget(waits);
            }
        });
    }

    private void forget(TransferSnapshot waits) {
        if (waits.direction() == Direction.OUT) {
            end(waits.id());
            disowned.add(waits.id());
        } else {
            life.disk().execute(() -> spool.refuse(waits.id()));
        }
        tell(waits.ended(FailureReason.CANCELLED));
    }

    /** A person presses Pause, or Resume. */
    void pause(UUID id, boolean pause) {
        life.home()
                .execute(() -> stations.forEach(station -> {
                    if (pause) {
                        station.session().pause(id);
                    } else {
                        station.session().resume(id);
                    }
                }));
    }

    /** A person ends the link. */
    void close() {
        life.home().execute(() -> stations.forEach(station -> station.session().close(CloseReason.normal())));
    }

    void tick() {
        stations.forEach(station -> station.session().tick());
    }

    /** The program is killed and starts again: what is on its disk is all it still knows. */
    void kill() {
        life.kill();
        life = new Life(world.agenda());
        limit = newLimit();
        stations.clear();
        window.clear();
        interrupted.clear();
        spool.forgetHolders();
    }

    void joined(Station station) {
        life.home().execute(() -> {
            List<Station> before = world.rich()
                    ? stations.stream()
                            .filter(other -> other != station && other.isReady())
                            .toList()
                    : List.of();
            before.forEach(Station::gaveWay);
            var _ = CompletableFuture.allOf(before.stream()
                            .map(other -> other.session().giveWay())
                            .toArray(CompletableFuture[]::new))
                    .thenRunAsync(() -> offerAgain(station), life.home());
            if (!before.isEmpty()) {
                world.upset();
            }
        });
    }

    private void offerAgain(Station station) {
        disowned.forEach(station.session()::disown);
        files.values().forEach(file -> offer(file, station));
        folders.values().forEach(folder -> station.session().offer(folder.offer()));
    }

    void told(TransferSnapshot snapshot) {
        world.check(this, snapshot);
        tell(snapshot);
        life.home().execute(() -> {
            if (snapshot.waitsForPeer()) {
                interrupted.put(snapshot.id(), snapshot);
            } else {
                interrupted.remove(snapshot.id());
            }
            if (snapshot.direction() == Direction.OUT && snapshot.ended()) {
                boolean known = files.containsKey(snapshot.id()) || folders.containsKey(snapshot.id());
                if (known && snapshot.state() == State.FAILED) {
                    disowned.add(snapshot.id());
                }
                end(snapshot.id());
            }
        });
    }

    private void end(UUID id) {
        files.remove(id);
        folders.remove(id);
    }

    private void tell(TransferSnapshot snapshot) {
        told.add(new Told(life, snapshot));
        window.put(snapshot.id(), snapshot);
    }

    void toldOfPart(TransferSnapshot snapshot) {
        world.check(this, snapshot);
        parts.add(snapshot);
        if (snapshot.direction() == Direction.OUT && snapshot.state() == State.COMPLETE) {
            life.home().execute(() -> folders.values().forEach(folder -> folder.partEnded(snapshot.id())));
        }
    }

    void disowned(UUID id, FailureReason reason) {
        life.disk().execute(() -> spool.disown(id));
        life.home().execute(() -> {
            TransferSnapshot waits = interrupted.get(id);
            if (waits != null && waits.direction() == Direction.IN) {
                interrupted.remove(id);
                tell(waits.ended(reason));
            }
        });
    }

    void left(Station station) {
        life.home().execute(() -> {
            stations.remove(station);
            world.left(this);
        });
    }
}
