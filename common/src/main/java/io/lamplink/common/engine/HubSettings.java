package io.lamplink.common.engine;

import io.lamplink.common.protocol.Message;
import java.nio.file.Path;
import java.util.List;
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
        Function<List<String>, String> fileRequestAnswer) {}
