package io.lamplink.common.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What both windows ask for. Every method may be called from any thread, returns at once and never throws for what peers,
 * disks or networks do: outcomes are told as {@link EngineEvent}s.
 */
public interface Engine extends AutoCloseable {

    /** By which peers know this program again, after a restart too. */
    UUID identity();

    /** Adds a listener; it hears what happens from now on. */
    void addListener(EngineListener listener);

    /**
     * Sends a text; answers with its id. Blank texts are not sent. While a client seeks a lost server its texts wait, and
     * so do those that a lost peer had not said to have: they go out once when the peer is back.
     *
     * @param peers who gets it, by {@link Peer#id}; empty for everyone. Those who have gone are passed over
     */
    UUID say(String text, Set<UUID> peers);

    /**
     * Tells that the person here writes, to be called again every few seconds as long as that goes on, or has ended. It may
     * get lost, and is never kept.
     *
     * @param peers who hears of it, by {@link Peer#id}; empty for everyone
     */
    void writing(boolean on, Set<UUID> peers);

    /**
     * Sends a text once more that did not reach everybody. A peer that has it already does not show it twice.
     *
     * @param id as {@link #say} answered
     * @param time when it was written
     * @param peers who gets it, by {@link Peer#id}; empty for everyone
     * @param direct whether it was written to chosen ones
     */
    void sayAgain(UUID id, String text, Instant time, Set<UUID> peers, boolean direct);

    /**
     * Offers a file, or a folder with all that is in it. What is on its way to a peer already, unchanged, is not offered to
     * it a second time.
     *
     * @param peers who gets it, by {@link Peer#id}; empty for everyone, in a room also for those who come later
     */
    void sendFile(Path file, Set<UUID> peers);

    /** Ends a transfer that has not ended; the other side is told. */
    void cancel(UUID transfer);

    /** Holds a transfer up until {@link #resume}; the other side is told. */
    void pause(UUID transfer);

    /** Lets a transfer go on that was held up by {@link #pause} on this side. */
    void resume(UUID transfer);

    /**
     * Saves a complete incoming file as {@code target}, replacing what is there only by the whole file.
     *
     * @return the outcome; never fails exceptionally
     */
    CompletableFuture<SaveResult> save(UUID transfer, Path target);

    /**
     * Saves a complete incoming file in {@code folder}, which is made if need be, under the file's own name or the first
     * free numbered one; nothing is replaced.
     *
     * @return the outcome with the path it got; never fails exceptionally
     */
    CompletableFuture<SaveResult> saveInto(UUID transfer, Path folder);

    /**
     * Introduces itself by another name on links that come about from now on; what peers know already stays.
     *
     * @param name safe to show; empty for the name that the system gives
     */
    void call(String name);

    /** Lets at most so many bytes of received files wait to be saved; what is here already stays. */
    void limitSpool(long bytes);

    /**
     * Sends no more file bytes a second than that from now on, over all links together, and what is under way too.
     *
     * @param bytesPerSecond {@link io.lamplink.common.transfer.SendLimit#OFF} for as fast as it goes, or the limit, which counts as
     *     no less than {@link io.lamplink.common.transfer.SendLimit#LEAST}
     */
    void limitSending(long bytesPerSecond);

    /** Figures of every link that is up, read at one moment. */
    CompletableFuture<List<PeerStatistics>> statistics();

    /** Ends everything in order and frees sockets, threads and spool; waits for it, 6 seconds at most. */
    @Override
    void close();
}
