package io.lamplink.common.simulation;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.FolderOffer;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has to be true when a scenario is over, and how many whole transfers of its kind it was. */
final class Verdict {
    private final Kind kind;
    private final World world;
    private final Set<UUID> resumed = new HashSet<>();
    private final Set<UUID> restarted = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private int transfers;

    Verdict(Kind kind, World world) {
        this.kind = kind;
        this.world = world;
        for (Program program : world.programs()) {
            for (Station station : program.allStations()) {
                resumed.addAll(station.dialect().resumed());
                restarted.addAll(station.dialect().restarted());
            }
        }
    }

    /** What was not as it should be. */
    List<String> complaints() {
        complaints.addAll(world.complaints());
        for (Program program : world.programs()) {
            program.allStations()
                    .forEach(station -> complaints.addAll(station.dialect().complaints()));
            expect(program.spool().writesAfterEnd() == 0, "Something was written after the end.");
            nothingFollowsTheEnd(program);
        }
        world.files().values().forEach(this::file);
        world.folders().values().forEach(this::folder);
        return complaints;
    }

    /** Transfers that were what the kind is about, from beginning to end. */
    int transfers() {
        return transfers;
    }

    private void nothingFollowsTheEnd(Program program) {
        Map<UUID, TransferSnapshot> before = new HashMap<>();
        Map<UUID, Life> cancels = new HashMap<>();
        for (Told told : program.told()) {
            boolean cancelled = told.life() == cancels.get(told.snapshot().id());
            boolean comes = told.snapshot().direction() == Direction.IN
                    && told.snapshot().state() == State.COMPLETE;
            expect(!cancelled || !comes, "What a person cancelled came nevertheless.", told.snapshot());
            if (told.snapshot().failure() == FailureReason.CANCELLED) {
                cancels.put(told.snapshot().id(), told.life());
            }
            TransferSnapshot last = before.put(told.snapshot().id(), told.snapshot());
            boolean goesOn = last != null
                    && last.ended()
                    && !mayBeOfferedAgain(last)
                    && last.failure() != told.snapshot().failure();
            expect(!goesOn, "The " + program.name() + " was told of a transfer that had ended:", last, told.snapshot());
        }
    }

    /** A sender who did not hear in time that the receiver could not take a file offers it again. */
    private static boolean mayBeOfferedAgain(TransferSnapshot last) {
        return last.direction() == Direction.IN && last.state() == State.FAILED;
    }

    private void file(Sent file) {
        TransferSnapshot out = last(file.from(), Direction.OUT, file.name());
        TransferSnapshot in = last(file.to(), Direction.IN, file.name());
        expect(file.file().properlyClosed(), "A source was not closed, or read afterwards.", out, in);
        if (out != null && out.state() == State.COMPLETE) {
            delivered(in, out);
        } else if (out != null && out.state() == State.FAILED) {
            failed(out, in);
        }
        boolean whole = out != null && out.state() == State.COMPLETE;
        boolean waits = out == null || out.waitsForPeer();
        expect(whole || waits || !kind.comesThrough(), "It should have come through.", out, in);
        expect(whole || !kind.comesThrough() || !waits || !world.reconnects(), "It was forgotten.", out, in);
        boolean onceOnly = world.rich() && file.file().size() > World.CHUNK && !restarted.contains(file.id());
        long written = file.to().spool().written(file.id());
        expect(!onceOnly || written <= file.file().size(), "Something was sent twice: " + written, out, in);
        transfers += counts(file, out, in) ? 1 : 0;
    }

    private void delivered(@Nullable TransferSnapshot in, TransferSnapshot out) {
        boolean right = isForgotten(in) || in.state() == State.COMPLETE;
        boolean failedLater = !world.rich() && in != null && in.state() == State.FAILED;
        expect(right || failedLater, "Delivered, and not there.", out, in);
    }

    private void failed(TransferSnapshot out, @Nullable TransferSnapshot in) {
        FailureReason why = out.failure();
        expect(why != null && kind.failures().contains(why), "A failure that nothing explains.", out, in);
        expect(why != FailureReason.LINK_LOST || world.linkHurt(), "The link was not lost.", out, in);
        expect(isForgotten(in) || in.ended(), "Only one side knows of the end.", out, in);
    }

    /** Whether no window shows it, because the program has been killed since. */
    private boolean isForgotten(@Nullable TransferSnapshot last) {
        return last == null
                || world.programs().stream()
                        .noneMatch(program -> program.window().containsValue(last));
    }

    private boolean counts(Sent file, @Nullable TransferSnapshot out, @Nullable TransferSnapshot in) {
        if (out == null || !out.ended()) {
            return false;
        }
        boolean whole = out.state() == State.COMPLETE;
        return switch (kind) {
            case PUSH, UPLOAD, BOTH_WAYS, MANY_SMALL, SEVERAL_LARGE, LIMITED, POOR_WIRE -> whole;
            case RESUMED -> whole && resumed.contains(file.id());
            case RECEIVER_KILLED, SENDER_KILLED, TWO_LINKS ->
                whole && world.upsets().contains(file.id());
            case PREFIX_DIFFERS -> whole && restarted.contains(file.id());
            case SOURCE_CHANGED -> both(out, in, FailureReason.SOURCE_CHANGED);
            case PAUSED -> whole && paused(file, FailureReason.PAUSED);
            case DISK_TROUBLE ->
                whole && (paused(file, FailureReason.DISK_FULL) || paused(file, FailureReason.DISK_ERROR));
            case SOURCE_TROUBLE -> whole && paused(file, FailureReason.SOURCE_UNREADABLE);
            case CANCELLED -> both(out, in, FailureReason.CANCELLED);
            case FOLDERS -> false;
            case ANYTHING -> true;
        };
    }

    private static boolean both(TransferSnapshot out, @Nullable TransferSnapshot in, FailureReason why) {
        return out.failure() == why && in != null && in.failure() == why;
    }

    private boolean paused(Sent file, FailureReason why) {
        return file.from().told().stream()
                .map(Told::snapshot)
                .anyMatch(told -> told.id().equals(file.id())
                        && told.pause() != null
                        && told.pause().reason() == why);
    }

    private void folder(SentFolder folder) {
        TransferSnapshot out = last(folder.from(), folder.id());
        TransferSnapshot in = last(folder.to(), folder.id());
        boolean whole = out != null && in != null && out.state() == State.COMPLETE && in.state() == State.COMPLETE;
        expect(whole, "A folder should have come through.", out, in);
        for (FolderOffer.Entry part : folder.all().values()) {
            boolean there = folder.to().spool().finished(part.id());
            expect(there != part.file().endsWith("not-there"), "A file of the folder: " + part, out, in);
        }
        List<String> empty = folder.to().spool().paths(folder.id());
        expect(empty.equals(folder.emptyFolders()), "Empty folders: " + empty, out, in);
        if (whole) {
            expect(out.contents() != null && out.contents().equals(in.contents()), "Different sums.", out, in);
            transfers++;
        }
    }

    private static @Nullable TransferSnapshot last(Program program, Direction direction, String name) {
        return program.told().reversed().stream()
                .map(Told::snapshot)
                .filter(told -> told.direction() == direction && told.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable TransferSnapshot last(Program program, UUID id) {
        return program.told().reversed().stream()
                .map(Told::snapshot)
                .filter(told -> told.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void expect(boolean right, String complaint, @Nullable TransferSnapshot... both) {
        if (!right) {
            complaints.add(complaint + "\n  "
                    + String.join(
                            "\n  ",
                            java.util.Arrays.stream(both).map(String::valueOf).toList()));
        }
    }
}
