package io.lamplink.common.session;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.protocol.SharedMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The texts of this side, each until the peer has it or never will. Confined to one lane. */
final class OwnTexts {
    private final Outlet outlet;
    private final boolean acknowledged;
    private final SessionListener listener;
    private final Map<UUID, Message.Chat> undelivered = new LinkedHashMap<>();
    private long sent;

    /** No texts yet; {@code acknowledged} says whether the wire can tell that one has arrived. */
    OwnTexts(Outlet outlet, boolean acknowledged, SessionListener listener) {
        this.outlet = outlet;
        this.acknowledged = acknowledged;
        this.listener = listener;
    }

    /** Sends a text, of whose fate the listener hears; a link that is not {@code open} takes none. */
    void say(Message.Chat chat, SharedMessage shared, boolean open) {
        if (!open) {
            listener.chatLost(chat);
            return;
        }
        boolean said = chat.text().length() <= ProtocolLimits.MAX_CHAT_CHARS && outlet.send(shared);
        sent += said ? 1 : 0;
        if (!said) {
            listener.chatFailed(chat.id());
        } else if (acknowledged) {
            undelivered.put(chat.id(), chat);
        } else {
            listener.chatDelivered(chat.id());
        }
    }

    /** Sends what nobody waits for. */
    void tell(SharedMessage shared) {
        if (outlet.send(shared) && shared.message() instanceof Message.Chat) {
            sent++;
        }
    }

    /** The peer has the text {@code id}. */
    void arrived(UUID id) {
        if (undelivered.remove(id) != null) {
            listener.chatDelivered(id);
        }
    }

    /** Nothing more will be heard of those that are on their way. */
    void linkEnded() {
        undelivered.values().forEach(listener::chatLost);
        undelivered.clear();
    }

    /** Texts that were sent. */
    long sent() {
        return sent;
    }
}
