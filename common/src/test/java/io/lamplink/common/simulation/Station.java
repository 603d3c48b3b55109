package io.lamplink.common.simulation;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.protocol.qt.QtDialect;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.Introduction;
import io.lamplink.common.session.Session;
import io.lamplink.common.session.SessionContext;
import io.lamplink.common.session.SessionListener;
import io.lamplink.common.transfer.TransferSnapshot;
import java.util.Set;
import java.util.UUID;

/** A program's end of one link, which tells its program what it hears. */
final class Station implements SessionListener {
    private final Program program;
    private final WatchedDialect dialect;
    private final Session session;
    private boolean ready;
    private boolean closed;
    private boolean gaveWay;

    Station(Program program, World world, Life life, Channel channel) {
        Agenda agenda = world.agenda();
        Dialect real = world.rich() ? new LamplinkDialect() : new QtDialect(world::newId, agenda.clock());
        this.program = program;
        this.dialect = new WatchedDialect(real, World.CHUNK, World.WINDOW);
        SessionContext context = new SessionContext(
                new Message.Hello(program.name(), "1", Set.of("folders"), program.identity()),
                life.pool(),
                life.disk(),
                program.spool(),
                agenda.clock(),
                agenda.clock(),
                world::newId,
                program.limit());
        this.session = new Session(context, dialect, channel, this);
    }

    Session session() {
        return session;
    }

    WatchedDialect dialect() {
        return dialect;
    }

    /** Whether the peer has introduced itself and the link has not ended. */
    boolean isReady() {
        return ready && !closed;
    }

    /** Another link has taken its place. */
    void gaveWay() {
        gaveWay = true;
    }

    /** Whether something new may be sent here. */
    boolean takesOffers() {
        return isReady() && !gaveWay;
    }

    @Override
    public void ready(Introduction peer) {
        ready = true;
        program.joined(this);
    }

    @Override
    public void room(Message.Room news) {}

    @Override
    public void writing(Message.Typing typing) {}

    @Override
    public void chat(Message.Chat chat) {}

    @Override
    public void chatDelivered(UUID id) {}

    @Override
    public void chatFailed(UUID id) {}

    @Override
    public void transfer(TransferSnapshot snapshot) {
        program.told(snapshot);
    }

    @Override
    public void partOfFolder(TransferSnapshot snapshot) {
        program.toldOfPart(snapshot);
    }

    @Override
    public void disowned(UUID id, FailureReason reason) {
        program.disowned(id, reason);
    }

    @Override
    public void ignored(String sentence) {
        program.world().complain(program.name() + " could not understand: " + sentence);
    }

    @Override
    public void fileAskedFor(String path) {}

    @Override
    public void closed(CloseReason reason, boolean byUs) {
        closed = true;
        program.left(this);
    }
}
