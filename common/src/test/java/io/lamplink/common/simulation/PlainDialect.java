package io.lamplink.common.simulation;

import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wire whose frames are numbers in a table that both ends see: no bytes to get right, and any nonsense can be sent.
 * Binary frames say nothing.
 */
public final class PlainDialect implements Dialect {
    private final DialectTraits traits;
    private final List<Object> table = new ArrayList<>();

    /** A wire that can say what {@code traits} claim. */
    public PlainDialect(DialectTraits traits) {
        this.traits = traits;
    }

    /** A frame that says all of these. */
    public Frame frame(Message... messages) {
        return row(List.of(messages));
    }

    /** A frame that makes no sense. */
    public Frame malformed(Severity severity, String sentence, @Nullable UUID lostTransfer) {
        return row(new MalformedFrameException(severity, sentence, lostTransfer));
    }

    /** A frame at which the dialect itself has a defect. */
    public Frame defect() {
        return row("defect");
    }

    private Frame row(Object what) {
        table.add(what);
        return new Frame.Text(String.valueOf(table.size() - 1));
    }

    /** What a frame says, for a test that is the other end. */
    public List<Message> messages(Frame frame) {
        try {
            return decode(frame);
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public List<Frame> encode(Message message) {
        return message instanceof Message.Chat chat && chat.text().equals("unsayable")
                ? List.of()
                : List.of(frame(message));
    }

    @Override
    public List<Message> decode(Frame frame) throws MalformedFrameException {
        if (!(frame instanceof Frame.Text text)) {
            return List.of();
        }
        Object what = table.get(Integer.parseInt(text.text()));
        if (what instanceof MalformedFrameException e) {
            throw e;
        }
        if (!(what instanceof List<?> messages)) {
            throw new IllegalStateException("A defect of the dialect.");
        }
        return messages.stream().map(Message.class::cast).toList();
    }
}
