package io.lamplink.common.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** The last texts that clients have sent, so that one that comes again is not shown again. Confined to the hub's lane. */
final class KnownTexts {
    /** How many are remembered, of all clients together. */
    static final int MOST = 10_000;

    private final Set<Text> texts = new LinkedHashSet<>();

    /** Who named a text how; another client may use the same name, and does not silence anybody by that. */
    private record Text(UUID writer, UUID id) {}

    /** Remembers a text; answers whether it was not known. */
    boolean add(PeerLink from, UUID id) {
        UUID identity = from.identity();
        boolean isNew = texts.add(new Text(identity == null ? from.id() : identity, id));
        if (texts.size() > MOST) {
            texts.remove(texts.iterator().next());
        }
        return isNew;
    }
}
