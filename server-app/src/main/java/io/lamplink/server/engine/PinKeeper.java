package io.lamplink.server.engine;

import io.lamplink.common.entry.AskedPin;
import io.lamplink.common.security.Identity;
import io.lamplink.common.security.KeptPin;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinGuard;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.transfer.Lane;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server asks for a PIN, and for which; keeps it for the next run if told so. Any thread may call any method. A
 * PIN that is set anew begins with nobody locked out.
 */
final class PinKeeper {
    private final Lane disk;
    private final Supplier<Identity> identity;
    private final LongSupplier nanoTime;
    private final Consumer<@Nullable AskedPin> user;
    private @Nullable KeptPin file;
    private CompletableFuture<PinSetting> setting =
            CompletableFuture.completedFuture(new PinSetting(Pin.fresh(new SecureRandom()), false));

    /**
     * A keeper of a PIN that nobody is asked for.
     *
     * @param disk where files may be read
     * @param identity who the server is; asked for there
     * @param nanoTime a clock for durations
     * @param user hears, there, of each PIN that is asked for from then on, or null for none
     */
    PinKeeper(Executor disk, Supplier<Identity> identity, LongSupplier nanoTime, Consumer<@Nullable AskedPin> user) {
        this.disk = new Lane(disk);
        this.identity = identity;
        this.nanoTime = nanoTime;
        this.user = user;
    }

    /** Takes what {@code kept} holds, and keeps there what is set from now on. */
    synchronized void keepIn(KeptPin kept) {
        PinSetting before = setting.join(); // known, as nothing was read yet
        file = kept;
        setting = CompletableFuture.supplyAsync(() -> used(kept.read().orElse(before)), disk);
    }

    /** What was set last; waits for a file to be read. */
    PinSetting setting() {
        CompletableFuture<PinSetting> current;
        synchronized (this) {
            current = setting;
        }
        return current.join();
    }

    /** Sets it. */
    synchronized void set(PinSetting wanted) {
        KeptPin kept = file;
        setting = CompletableFuture.supplyAsync(
                () -> {
                    if (kept != null) {
                        kept.keep(wanted);
                    }
                    return used(wanted);
                },
                disk);
    }

    private PinSetting used(PinSetting now) {
        user.accept(
                now.asked() ? new AskedPin(now.pin(), identity.get().nameOf(now.pin()), new PinGuard(nanoTime)) : null);
        return now;
    }
}
