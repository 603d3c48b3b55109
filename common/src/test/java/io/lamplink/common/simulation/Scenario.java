package io.lamplink.common.simulation;

import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.transfer.TransferSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plays one seed of one kind: what is sent when, and what goes wrong. */
final class Scenario {
    private static final int CHUNK = World.CHUNK;
    private static final int[] SIZES = {
        0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 8 * CHUNK, 9 * CHUNK + 1, 20 * CHUNK + 3, 30 * CHUNK
    };

    private static final int[] SMALL = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1};

    /** Time in which files are offered. */
    private static final Duration BUSY = Duration.ofMillis(30);

    /** Time in which files of that many chunks are under way. */
    private static final Duration UNDER_WAY = Duration.ofMillis(80);

    /** Time after which both sides know of a cut. */
    private static final Duration NOTICED = Duration.ofMillis(6);

    private static final Duration LONG = Duration.ofSeconds(10);

    private final Kind kind;
    private final Random random;
    private final World world;
    private final FolderMaker folders;
    private final List<Sent> files = new ArrayList<>();
    private int cuts;

    Scenario(Kind kind, long seed, Path folder) {
        this.kind = kind;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbouring seeds would begin alike
        this.world = new World(random, kind != Kind.POOR_WIRE);
        this.folders = new FolderMaker(folder, random, world);
    }

    Kind kind() {
        return kind;
    }

    World world() {
        return world;
    }

    void play() {
        world.onConnect(this::cutInTime);
        send();
        goWrong();
        world.connect();
        world.run();
    }

    private void send() {
        switch (kind) {
            case PUSH -> send(any(SIZES), world.server());
            case UPLOAD -> send(any(SIZES), world.client());
            case MANY_SMALL -> several(20, 80, () -> send(any(SMALL), side()));
            case SEVERAL_LARGE -> several(3, 8, () -> send(large(), side()));
            case BOTH_WAYS -> {
                send(any(SIZES), world.server());
                send(any(SIZES), world.client());
                several(0, 3, () -> send(any(SIZES), side()));
            }
            case FOLDERS ->
                several(1, 3, () -> {
                    SentFolder folder = folders.make(side());
                    world.within(BUSY, () -> folder.from().send(folder));
                });
            case LIMITED -> {
                several(1, 4, () -> send(large(), side()));
                several(0, 6, () -> send(any(SMALL), side()));
                SentFolder folder = folders.make(side());
                world.within(BUSY, () -> folder.from().send(folder));
            }
            case POOR_WIRE, ANYTHING -> several(1, 6, () -> send(any(SIZES), side()));
            default -> several(1, 4, () -> send(large(), side()));
        }
    }

    private void goWrong() {
        switch (kind) {
            case PUSH, UPLOAD, BOTH_WAYS, MANY_SMALL, SEVERAL_LARGE -> {}
            case RESUMED -> cut();
            case RECEIVER_KILLED -> soon(() -> world.kill(victim().to()));
            case SENDER_KILLED -> soon(() -> world.kill(victim().from()));
            case TWO_LINKS -> several(1, 3, this::connectTwice);
            case PREFIX_DIFFERS -> spoilBetweenLinks();
            case SOURCE_CHANGED -> files.forEach(file -> soon(() -> spoil(file)));
            case PAUSED -> several(1, 6, this::pause);
            case DISK_TROUBLE -> several(1, 3, this::breakDisk);
            case SOURCE_TROUBLE -> several(1, 3, this::breakSource);
            case CANCELLED -> files.forEach(file -> soon(() -> cancel(file)));
            case FOLDERS -> folderTrouble();
            case LIMITED -> {
                world.programs().forEach(program -> program.limit().set(rate()));
                several(0, 4, () -> soon(() -> side().limit().set(rate())));
                folderTrouble();
                several(0, 2, this::pause);
            }
            case POOR_WIRE -> several(0, 3, this::poorTrouble);
            case ANYTHING -> several(1, 6, this::anyTrouble);
        }
        if (kind.comesThrough() && !kind.isCalm() && random.nextInt(4) == 0) {
            cuts++;
        }
    }

    /** A link is cut at some message, as long as there are cuts left. */
    private void cutInTime(SimulatedLink link) {
        if (cuts > 0) {
            cuts--;
            link.cutAfter(random.nextInt(80));
        }
    }

    private void cut() {
        cuts = 1 + random.nextInt(4);
        if (random.nextInt(10) == 0) {
            world.within(UNDER_WAY.multipliedBy(4), () -> {
                world.stayApart();
                world.link().cut();
            });
        }
    }

    private void connectTwice() {
        soon(() -> {
            if (random.nextInt(3) == 0) {
                world.link().cutHalf();
            }
            several(1, 3, world::connect);
        });
    }

    private void spoilBetweenLinks() {
        Sent file = victim();
        soon(() -> {
            world.link().cut();
            if (random.nextBoolean()) {
                file.file().changeUnseen(random);
            } else {
                world.agenda().after(NOTICED, () -> file.to().spool().spoil(file.id()));
            }
        });
    }

    private void spoil(Sent file) {
        int size = file.file().size();
        switch (random.nextInt(3)) {
            case 0 -> {
                int more = 1 + random.nextInt(5 * CHUNK);
                file.file().all(source -> source.grow(more));
            }
            case 1 -> {
                int length = random.nextInt(size + 1);
                file.file().all(source -> source.shrinkTo(length));
            }
            default -> file.file().all(MemorySource::touch);
        }
        if (random.nextBoolean()) {
            world.link().cut();
        }
    }

    private void pause() {
        Sent file = victim();
        Program by = random.nextBoolean() ? file.from() : file.to();
        soon(() -> {
            by.pause(file.id(), true);
            later(() -> by.pause(file.id(), false));
        });
    }

    private void breakDisk() {
        MemorySpool spool = victim().to().spool();
        MemorySpool.Failure how =
                oneOf(MemorySpool.Failure.FULL, MemorySpool.Failure.BROKEN, MemorySpool.Failure.BROKEN_AT_FINISH);
        soon(() -> {
            spool.fail(how, random.nextInt(20 * CHUNK));
            later(spool::mend);
        });
    }

    private void breakSource() {
        Original file = victim().file();
        int from = random.nextInt(file.size() + 1);
        soon(() -> {
            file.all(source -> source.breakAt(from));
            later(() -> file.all(MemorySource::mend));
        });
    }

    private void cancel(Sent file) {
        if (random.nextInt(4) == 0) {
            world.link().cut();
        }
        if (random.nextBoolean()) {
            file.from().cancel(file.id());
        } else {
            file.to().window().values().stream()
                    .filter(last -> last.name().equals(file.name()))
                    .map(TransferSnapshot::id)
                    .findFirst()
                    .ifPresent(file.to()::cancel);
        }
    }

    private void folderTrouble() {
        cuts = random.nextInt(3);
        several(0, 2, () -> {
            SentFolder folder = folders.any();
            Program by = random.nextBoolean() ? folder.from() : folder.to();
            soon(() -> {
                by.pause(folder.id(), true);
                later(() -> by.pause(folder.id(), false));
            });
        });
    }

    private void poorTrouble() {
        Sent file = victim();
        switch (random.nextInt(6)) {
            case 0 -> soon(() -> cancel(file));
            case 1 -> cuts = 1;
            case 2 -> breakDisk();
            case 3 -> soon(() -> failForGood(file.to().spool()));
            case 4 -> breakSource();
            default -> soon(() -> spoil(file));
        }
    }

    private void failForGood(MemorySpool spool) {
        spool.fail(
                oneOf(MemorySpool.Failure.FULL_AT_CREATE, MemorySpool.Failure.BROKEN_AT_CREATE),
                random.nextInt(20 * CHUNK));
        later(spool::mend);
    }

    private void anyTrouble() {
        Sent file = victim();
        switch (random.nextInt(11)) {
            case 0 -> soon(() -> cancel(file));
            case 1 -> cuts++;
            case 2 -> breakDisk();
            case 3 -> soon(() -> failForGood(file.to().spool()));
            case 4 -> breakSource();
            case 5 -> soon(() -> spoil(file));
            case 6 -> soon(() -> world.kill(file.to()));
            case 7 -> soon(() -> world.kill(file.from()));
            case 8 -> connectTwice();
            case 9 -> pause();
            default -> spoilBetweenLinks();
        }
    }

    private void send(int size, Program from) {
        Original file = new Original("file-" + files.size(), size, random);
        Sent sent = new Sent(world.newId(), from, world.other(from), file);
        files.add(sent);
        world.files().put(sent.id(), sent);
        world.within(BUSY, () -> from.send(sent));
    }

    private void soon(Runnable act) {
        world.within(UNDER_WAY, act);
    }

    private void later(Runnable act) {
        world.within(LONG, act);
    }

    private void several(int least, int most, Runnable act) {
        int times = least + random.nextInt(most - least + 1);
        for (int i = 0; i < times; i++) {
            act.run();
        }
    }

    private Sent victim() {
        return files.get(random.nextInt(files.size()));
    }

    private Program side() {
        return random.nextBoolean() ? world.server() : world.client();
    }

    private int any(int[] sizes) {
        return sizes[random.nextInt(sizes.length)];
    }

    private int large() {
        return 3 * CHUNK + random.nextInt(37 * CHUNK);
    }

    /** No limit, and such that a file takes up to a few seconds. */
    private long rate() {
        return random.nextInt(4) == 0 ? SendLimit.OFF : SendLimit.LEAST << random.nextInt(5);
    }

    private MemorySpool.Failure oneOf(MemorySpool.Failure... ways) {
        return ways[random.nextInt(ways.length)];
    }
}
