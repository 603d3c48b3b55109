package io.lamplink.common.engine;

import io.lamplink.common.host.HostInfo;
import io.lamplink.common.host.UserFolders;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.PeerName;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What one program says by itself and where it keeps what arrives.
 *
 * @param hello how it introduces itself
 * @param spoolFolder where incoming files stay until they are saved; made when needed, removed when empty at the end
 * @param greeting the text that each peer gets when the link is ready; empty for none
 * @param fileRequestAnswer the text for a Qt peer that asks for a file by path, given the names of what was sent so far
 */
public record HubSettings(
        Message.Hello hello,
        Path spoolFolder,
        Function<Peer, String> greeting,
        Function<List<String>, String> fileRequestAnswer) {

    /** What this version can do, as told in HELLO. */
    public static final Set<String> CAPABILITIES = Set.of("chat", "files");

    /** Settings for a program of this user on this machine, with a spool of its own. */
    public static HubSettings forThisUser(
            String program,
            String version,
            Function<Peer, String> greeting,
            Function<List<String>, String> fileRequestAnswer) {
        String host = HostInfo.ofThisMachine().hostName();
        String name = PeerName.of(System.getProperty("user.name", "") + "@" + host);
        Path spool = UserFolders.ofThisUser()
                .data()
                .resolve("spool")
                .resolve(program + "-" + ProcessHandle.current().pid());
        return new HubSettings(new Message.Hello(name, version, CAPABILITIES), spool, greeting, fileRequestAnswer);
    }
}
