package io.lamplink.common.session;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.transfer.Spool;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What every session of one program shares; passed in so that tests decide about time, chance, threads and disk.
 *
 * @param hello how this side introduces itself
 * @param pool threads for the sessions' own work, which never waits
 * @param diskPool threads for reading, writing and hashing
 * @param spool where incoming files go
 * @param nanoTime a clock for durations
 * @param clock what time it is
 * @param ids new random ids
 * @param sendLimit how fast all of them together may send files
 */
public record SessionContext(
        Message.Hello hello,
        Executor pool,
        Executor diskPool,
        Spool spool,
        LongSupplier nanoTime,
        InstantSource clock,
        Supplier<UUID> ids,
        SendLimit sendLimit) {

    /** With the real clocks and random ids, and no limit yet; {@code later} wakes those who wait for one. */
    public static SessionContext real(
            Message.Hello hello, Executor pool, Executor diskPool, Spool spool, SendLimit.Later later) {
        return new SessionContext(
                hello,
                pool,
                diskPool,
                spool,
                System::nanoTime,
                InstantSource.system(),
                UUID::randomUUID,
                new SendLimit(System::nanoTime, later));
    }

    /** The same for sessions in which this side has another name. */
    public SessionContext called(String name) {
        Message.Hello other = new Message.Hello(name, hello.version(), hello.capabilities(), hello.identity());
        return new SessionContext(other, pool, diskPool, spool, nanoTime, clock, ids, sendLimit);
    }
}
