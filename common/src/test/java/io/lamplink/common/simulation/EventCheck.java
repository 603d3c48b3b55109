package io.lamplink.common.simulation;

import io.lamplink.common.transfer.FolderOffer;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.UUID;

/** What has to be true at the moment at which a program is told something of a transfer. */
final class EventCheck {
    private final World world;

    EventCheck(World world) {
        this.world = world;
    }

    void check(Program program, TransferSnapshot told) {
        boolean bounded = told.transferred() >= 0 && told.transferred() <= told.size();
        expect(bounded && told.progress() >= 0 && told.progress() <= 1, "Figures that cannot be", program, told);
        expect(!told.active().isNegative(), "Time runs backwards", program, told);
        expect((told.state() == State.FAILED) == (told.failure() != null), "A failure without a reason", program, told);
        expect((told.state() == State.PAUSED) == (told.pause() != null), "A pause without a reason", program, told);
        if (told.state() == State.COMPLETE) {
            complete(program, told);
        }
    }

    private void complete(Program program, TransferSnapshot told) {
        boolean out = told.direction() == Direction.OUT;
        MemorySpool spool = out ? world.other(program).spool() : program.spool();
        UUID id = told.id();
        if (told.contents() != null) {
            expect(spool.wholeFolders().contains(id), "A folder is complete before it is", program, told);
        } else if (!out || world.rich()) {
            expect(spool.finished(id), "A file is complete before it is", program, told);
            expect(told.verified() == world.rich(), "Compared or not", program, told);
            expect(spool.finished(id) && isRight(told, spool.bytes(id)), "A wrong file", program, told);
        }
    }

    private boolean isRight(TransferSnapshot told, byte[] bytes) {
        for (Sent file : world.files().values()) {
            if (file.id().equals(told.id()) || (!world.rich() && file.name().equals(told.name()))) {
                return file.file().has(bytes);
            }
        }
        for (SentFolder folder : world.folders().values()) {
            FolderOffer.Entry part = folder.all().get(told.id());
            if (part != null) {
                return Arrays.equals(onDisk(part), bytes);
            }
        }
        return false;
    }

    private static byte[] onDisk(FolderOffer.Entry part) {
        try {
            return Files.readAllBytes(part.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expect(boolean right, String complaint, Program program, TransferSnapshot told) {
        if (!right) {
            world.complain(complaint + " at the " + program.name() + ": " + told);
        }
    }
}
