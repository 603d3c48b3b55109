package io.lamplink.common.ui.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server's list of clients asks for. */
public interface ClientActions {

    /** Write to these from now on; to everyone if there are none. */
    void choose(Set<UUID> clients);

    /** Write to this one alone, now. */
    void write(UUID client);

    /** Choose files and send them to this one alone. */
    void sendFiles(UUID client);

    /** Offer these files, which were dropped, to these clients; to everyone if there are none. */
    void give(Set<UUID> clients, List<Path> files);

    /** Files are held above these clients, or above everyone if there are none; above none of them if it is null. */
    void pointAt(@Nullable Set<UUID> clients);

    /** End the link with it. */
    void letGo(UUID client);
}
