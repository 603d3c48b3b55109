package io.lamplink.common.session;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.SharedMessage;
import io.lamplink.common.transfer.FolderOffer;
import io.lamplink.common.transfer.Lane;
import io.lamplink.common.transfer.SourceFile;
import io.lamplink.common.transfer.Transfers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One link with one peer, from the open connection to its end. Every public method may be called from any thread and
 * returns at once: the work is done on the session's own lane, one task after another, without locks.
 */
public final class Session implements ChannelListener {
    /** How many round trips are remembered. */
    public static final int ROUND_TRIPS_KEPT = 120;

    /** How often they are measured. */
    public static final Duration PING_EVERY = KeepAlive.PING_EVERY;

    /** A peer that should introduce itself and does not within this time is let go. */
    public static final Duration HELLO_WITHIN = Duration.ofSeconds(10);

    /** Bytes that may wait for the socket before a hint; what a transfer keeps on its way over a fast link is less. */
    static final long HINTS_WAIT_BEHIND = 1024 * 1024;

    /** For so long the socket may have taken nothing. */
    static final Duration HINTS_WAIT_AT_MOST = Duration.ofMillis(500);

    private final SessionContext context;
    private final Dialect dialect;
    private final Channel channel;
    private final SessionListener listener;
    private final Lane home;
    private final Outlet outlet;
    private final OwnTexts texts;
    private final Transfers transfers;
    private final KeepAlive keepAlive;
    private final Toll toll;
    private final long openedAt;
    private boolean ready;
    private boolean recognisable;
    private boolean ended;
    private @Nullable CloseReason closing;
    private @Nullable CloseReason untold;
    private long messagesIn;
    private long bytesIn;

    /** A session on an open channel; nothing happens before {@link #start()}. */
    public Session(SessionContext context, Dialect dialect, Channel channel, SessionListener listener) {
        this.context = context;
        this.dialect = dialect;
        this.channel = channel;
        this.listener = listener;
        this.home = new Lane(context.pool());
        this.outlet = new Outlet(dialect, channel);
        this.texts = new OwnTexts(outlet, dialect.traits().acknowledgesChat(), listener);
        this.transfers = new Transfers(
                new SessionTransferLink(context, dialect.traits(), channel, this, listener), context.spool());
        this.openedAt = context.nanoTime().getAsLong();
        this.keepAlive = new KeepAlive(openedAt);
        this.toll = new Toll(channel.isAccepted() ? Rate.TEXTS : Rate.ROOM_TEXTS, openedAt);
    }

    /** What the wire can say. */
    public DialectTraits traits() {
        return dialect.traits();
    }

    /** Introduces this side. */
    public void start() {
        home.execute(() -> {
            if (dialect.traits().greets()) {
                outlet.send(context.hello());
            } else {
                becomeReady(Introduction.NONE);
            }
            tickNow();
        });
    }

    /** Sends a text, of whose id {@code chatDelivered} or {@code chatFailed} tells in the end. */
    public void say(Message.Chat chat, SharedMessage shared) {
        home.execute(() -> texts.say(chat, shared, isOpen()));
    }

    /** Sends what nobody waits for: a text that is passed on, news of the room. */
    public void tell(SharedMessage shared) {
        home.execute(() -> {
            if (isOpen()) {
                texts.tell(shared);
            }
        });
    }

    /** Sends what is worth nothing later, unless the link is behind with other things: that somebody writes. */
    public void hint(SharedMessage shared) {
        if (isAtLeisure()) { // Before its turn on the lane, which may be long in coming if the link is slow.
            home.execute(() -> {
                if (isOpen() && isAtLeisure()) {
                    texts.tell(shared);
                }
            });
        }
    }

    private boolean isAtLeisure() {
        return channel.queuedBytes() <= HINTS_WAIT_BEHIND && channel.nanosStuck() <= HINTS_WAIT_AT_MOST.toNanos();
    }

    /** Offers a file under {@code id}; the session closes it. */
    public void offer(UUID id, SourceFile source) {
        home.execute(() -> transfers.offer(id, source));
    }

    /** Offers a folder, to a peer that takes folders. */
    public void offer(FolderOffer folder) {
        home.execute(() -> transfers.offer(folder));
    }

    /** Tells the peer that what it still keeps of the transfer {@code id} is not wanted any more. */
    public void disown(UUID id) {
        home.execute(() -> sendIfOpen(new Message.FileCancel(id, FailureReason.CANCELLED, "")));
    }

    /** The same peer is here over another link: ends this one, and lets go of its transfers, which has happened when the future completes. */
    public CompletableFuture<Void> giveWay() {
        return CompletableFuture.runAsync(
                () -> {
                    closeNow(new CloseReason(CloseReason.REPLACED, "The same program connected again."));
                    transfers.linkLost(comesBack());
                },
                home);
    }

    /** Ends the transfer {@code id}, if it is one of this session. */
    public void cancel(UUID id) {
        home.execute(() -> transfers.cancel(id, FailureReason.CANCELLED));
    }

    /** Holds the transfer {@code id} up, if it is one of this session. */
    public void pause(UUID id) {
        home.execute(() -> transfers.pause(id));
    }

    /** Ends what {@link #pause} began. */
    public void resume(UUID id) {
        home.execute(() -> transfers.resume(id));
    }

    /** Looks after pings, silence and stalled transfers; to be called every second or so. */
    public void tick() {
        home.execute(this::tickNow);
    }

    /** Ends the link. */
    public void close(CloseReason reason) {
        home.execute(() -> closeNow(reason));
    }

    /** What was counted so far. */
    public CompletableFuture<SessionFigures> figures() {
        CompletableFuture<SessionFigures> answer = new CompletableFuture<>();
        home.execute(() -> answer.complete(new SessionFigures(
                keepAlive.roundTrips(),
                texts.sent(),
                messagesIn,
                outlet.bytes(),
                bytesIn,
                transfers.filesOut(),
                transfers.filesIn(),
                transfers.underWay(),
                channel.queuedBytes())));
        return answer;
    }

    @Override
    public Executor lane() {
        return home;
    }

    @Override
    public void onFrame(Frame frame) {
        home.perform(() -> take(frame));
    }

    @Override
    public boolean tryFrame(Frame frame) {
        return home.tryRun(() -> take(frame));
    }

    private void take(Frame frame) {
        bytesIn += frame.size();
        decode(frame);
    }

    @Override
    public void onPong(long nanos) {
        home.perform(() -> keepAlive.pong(nanos));
    }

    @Override
    public void onClosed(CloseReason reason) {
        home.perform(() -> {
            if (!ended) {
                ended = true;
                untold = reason;
                texts.linkEnded();
                transfers.linkLost(comesBack());
                tellEnd();
            }
        });
    }

    /** Once, and not before the last file has ended of which everything had come. */
    void tellEnd() {
        CloseReason theirs = untold;
        CloseReason ours = closing;
        if (theirs != null && transfers.underWay() == 0) {
            untold = null;
            listener.closed(ours == null ? theirs : ours, ours != null);
        }
    }

    /** Whether the peer would be known again, and its wire can go on in the middle of a file. */
    private boolean comesBack() {
        return recognisable && dialect.traits().resumes();
    }

    private boolean isOpen() {
        return !ended && closing == null;
    }

    private void decode(Frame frame) {
        if (!isOpen()) {
            return;
        }
        try {
            for (Message message : dialect.decode(frame)) {
                if (isOpen() && pays(message)) {
                    onMessage(message);
                }
            }
        } catch (MalformedFrameException e) {
            if (pays(null)) {
                listener.ignored(e.sentence());
            }
            e.lostTransfer().ifPresent(transfers::lost);
            if (e.severity() == MalformedFrameException.Severity.CLOSE) {
                closeNow(new CloseReason(CloseReason.MALFORMED, e.sentence()));
            }
        }
    }

    /** Counts a message, or with null something that is none; false if that was one too many. */
    private boolean pays(@Nullable Message message) {
        long rest = toll.pay(message, now());
        if (rest > 0) {
            channel.rest(rest);
        }
        if (toll.flooded()) {
            closeNow(new CloseReason(CloseReason.FLOOD, "Too many messages at once."));
        }
        return isOpen();
    }

    private void onMessage(Message message) {
        if (message instanceof Message.Hello hello) {
            onHello(hello);
        } else if (!ready) {
            closeNow(new CloseReason(CloseReason.MALFORMED, "The first message must be HELLO."));
        } else if (message instanceof Message.Chat chat) {
            messagesIn++;
            if (dialect.traits().acknowledgesChat()) {
                outlet.send(new Message.ChatAck(chat.id()));
            }
            listener.chat(chat);
        } else if (message instanceof Message.ChatAck ack) {
            texts.arrived(ack.id());
        } else if (message instanceof Message.Room news) {
            listener.room(news);
        } else if (message instanceof Message.Typing typing) {
            listener.writing(typing);
        } else if (message instanceof Message.FileRequest request) {
            listener.fileAskedFor(request.path());
        } else {
            transfers.on(message);
        }
    }

    private void onHello(Message.Hello hello) {
        if (ready) {
            listener.ignored("The peer introduced itself twice.");
        } else {
            recognisable = hello.identity() != null;
            becomeReady(new Introduction(PeerName.of(hello.name()), hello.capabilities(), hello.identity()));
        }
    }

    private void becomeReady(Introduction peer) {
        ready = true;
        listener.ready(peer);
    }

    private void tickNow() {
        long now = now();
        boolean ourFault = keepAlive.stoodStill(now);
        if (isOpen() && (ourFault || KeepAlive.quiet(Math.max(channel.nanosSinceLastByte(), channel.nanosStuck())))) {
            transfers.linkIsQuiet();
        }
        if (!ended || untold != null) {
            transfers.tick();
            tellEnd();
        }
        if (!isOpen()) {
            return;
        }
        if (KeepAlive.silent(channel.nanosSinceLastByte())) {
            closeNow(new CloseReason(
                    CloseReason.SILENT, "Nothing was heard for " + KeepAlive.SILENCE.toSeconds() + " seconds."));
        } else if (KeepAlive.stuck(channel.nanosStuck())) {
            closeNow(new CloseReason(
                    CloseReason.SILENT, "Nothing was read for " + KeepAlive.STUCK.toSeconds() + " seconds."));
        } else if (!ready && now - openedAt > HELLO_WITHIN.toNanos()) {
            closeNow(new CloseReason(CloseReason.MALFORMED, "No HELLO came."));
        } else if (keepAlive.pingDue(now)) {
            channel.ping();
        }
    }

    private void closeNow(CloseReason reason) {
        if (isOpen()) {
            closing = reason;
            channel.close(reason);
        }
    }

    void sendIfOpen(Message message) {
        if (isOpen()) {
            outlet.send(message);
        }
    }

    Executor home() {
        return home;
    }

    private long now() {
        return context.nanoTime().getAsLong();
    }
}
