package io.lamplink.common.engine;

import io.lamplink.common.host.HostInfo;
import io.lamplink.common.host.UserFolders;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.PeerName;
import io.lamplink.common.transfer.DiskSpool;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What one program says by itself and where it keeps what arrives.
 *
 * @param hello how it introduces itself
 * @param folder where it keeps what the next run goes on with; a second program that runs at the same time takes one beside
 *     it
 * @param spoolLimit the most bytes of received files that may wait there, {@link DiskSpool#UNLIMITED} for what the disk holds
 * @param greeting the text that each peer gets when the link is ready; empty for none
 * @param fileRequestAnswer the text for a Qt peer that asks for a file by path, given the names of what was sent so far
 */
public record HubSettings(
        Message.Hello hello,
        Path folder,
        long spoolLimit,
        Function<Peer, String> greeting,
        Function<List<String>, String> fileRequestAnswer) {

    /** What this version can do, as told in HELLO. */
    public static final Set<String> CAPABILITIES =
            Set.of("chat", "files", Outbox.FOLDERS, Room.CAPABILITY, Writers.CAPABILITY);

    /** Settings for a program of this user on this machine, with a spool of its own. */
    public static HubSettings forThisUser(
            String program,
            String version,
            Function<Peer, String> greeting,
            Function<List<String>, String> fileRequestAnswer) {
        String name = nameOfThisUser();
        Path folder = UserFolders.ofThisUser().data().resolve(program);
        Message.Hello hello = new Message.Hello(name, version, CAPABILITIES);
        return new HubSettings(hello, folder, DiskSpool.UNLIMITED, greeting, fileRequestAnswer);
    }

    /** What a program calls itself unless its user wants it otherwise: the user's name and the machine's. */
    static String nameOfThisUser() {
        String host = HostInfo.ofThisMachine().hostName();
        return PeerName.of(System.getProperty("user.name", "") + "@" + host);
    }

    /** The same under the name that a person has chosen, if any is left of it when it is made safe to show. */
    public HubSettings withName(String chosen) {
        String name = PeerName.of(chosen);
        if (name.isEmpty()) {
            return this;
        }
        Message.Hello other = new Message.Hello(name, hello.version(), hello.capabilities());
        return new HubSettings(other, folder, spoolLimit, greeting, fileRequestAnswer);
    }

    /** The same with another limit, in bytes. */
    public HubSettings withSpoolLimit(long bytes) {
        return new HubSettings(hello, folder, bytes, greeting, fileRequestAnswer);
    }

    /** A file that all programs of this kind share, whichever folder each of them has. */
    public Path shared(String name) {
        return folder.resolveSibling(folder.getFileName() + "-" + name);
    }

    /** How the program introduces itself, so that it is known again. */
    Message.Hello helloAs(UUID identity) {
        return new Message.Hello(hello.name(), hello.version(), hello.capabilities(), identity);
    }
}
