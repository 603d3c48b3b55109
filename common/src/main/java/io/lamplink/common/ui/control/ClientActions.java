package io.lamplink.common.ui.control;

import java.util.Set;
import java.util.UUID;

/** What the server's list of clients asks for. */
public interface ClientActions {

    /** Write to these from now on; to everyone if there are none. */
    void choose(Set<UUID> clients);

    /** Write to this one alone, now. */
    void write(UUID client);

    /** Choose files and send them to this one alone. */
    void sendFiles(UUID client);

    /** End the link with it. */
    void letGo(UUID client);
}
