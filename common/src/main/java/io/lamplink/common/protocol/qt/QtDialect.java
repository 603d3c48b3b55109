package io.lamplink.common.protocol.qt;

import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHAT_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FILE_NAME_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_MESSAGE_BYTES;

import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.WireText;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The wire of the original Qt program: chat as bare text frames, files as QDataStream values in binary frames
 * (docs/protocol.md, part 2). Spoken with whoever connects without a sub-protocol.
 *
 * <p>The wire has no word for {@link Message.Hello}, {@link Message.ChatAck}, {@link Message.Room}, {@link Message.Typing},
 * {@link Message.FileComplete}, {@link Message.FileVerified}, {@link Message.FileRefused} and {@link Message.FileCancel}, and
 * none for PINs, pauses and folders; a refusal and a cancel are still to be encoded, because they tell this dialect that a
 * file is over. In the other direction it makes up what the wire leaves out:
 * ids, times, offsets, and a {@link Message.FileComplete} behind the last announced byte.
 *
 * <p>Every malformed frame has {@link Severity#IGNORE}, as the original program skips what it does not understand.
 */
public final class QtDialect implements Dialect {
    /** An original client takes chunks of any size, and each one costs it a line in its log. */
    private static final int SENT_CHUNK_BYTES = 256 * 1024;

    private static final DialectTraits TRAITS =
            new DialectTraits("qt", false, false, false, false, 1, -1, SENT_CHUNK_BYTES, QtWriter.chunkHeaderBytes());

    /** What the original server calls itself in its handshake (WIRE.md section 1). */
    public static final String ORIGINAL_SERVER = "chat server";

    /** What the original client says by itself when it is connected (WIRE.md section 1). */
    public static final String ORIGINAL_GREETING = "客户端已连接!";

    private final Supplier<UUID> ids;
    private final InstantSource clock;
    private final QtSending sending = new QtSending();
    private final QtReceiving receiving;

    /** A dialect for one connection with any peer but the original server. */
    public QtDialect(Supplier<UUID> ids, InstantSource clock) {
        this(ids, clock, false);
    }

    /**
     * A dialect for one connection.
     *
     * @param ids new ids for incoming texts and files
     * @param clock when an incoming text was written, as far as can be known
     * @param originalServer whether the peer is the original server, which waits for one acknowledgement before each chunk
     */
    public QtDialect(Supplier<UUID> ids, InstantSource clock, boolean originalServer) {
        this.ids = ids;
        this.clock = clock;
        this.receiving = new QtReceiving(ids, originalServer);
    }

    @Override
    public DialectTraits traits() {
        return TRAITS;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Also a mistake of the caller: a header before the file before it is all sent or cancelled, a chunk that does not
     * follow the last one, and a {@link Message.FileAck} with an offset other than 0.
     */
    @Override
    public List<Frame> encode(Message message) {
        return switch (message) {
            case Message.Chat chat -> chat(chat);
            case Message.FileHeader header -> List.of(sending.header(header));
            case Message.FileChunk chunk -> List.of(sending.chunk(chunk));
            case Message.FileAck ack -> accept(ack);
            case Message.FileChunkAck ack -> receiving.written(ack.transferId(), ack.written());
            case Message.FileRequest request -> List.of(request(request.path()));
            case Message.FileRefused refused -> over(refused.transferId());
            case Message.FileCancel cancel -> over(cancel.transferId());
            case Message.Hello _,
                    Message.ChatAck _,
                    Message.Room _,
                    Message.Typing _,
                    Message.PinAsked _,
                    Message.PinShare _,
                    Message.PinProof _,
                    Message.PinRefused _,
                    Message.FileComplete _,
                    Message.FileVerified _,
                    Message.FilePause _,
                    Message.FileResume _,
                    Message.FolderHeader _,
                    Message.FolderPaths _,
                    Message.FolderComplete _,
                    Message.FolderVerified _ -> List.of();
        };
    }

    @Override
    public List<Message> decode(Frame frame) throws MalformedFrameException {
        return switch (frame) {
            case Frame.Text text -> text(text.text());
            case Frame.Binary binary -> binary(binary);
        };
    }

    /** All that this wire can say of a writer is what stands in the text. */
    private static List<Frame> chat(Message.Chat chat) {
        String trimmed = QtText.trimmed(WireText.outgoing("A chat text", chat.text(), MAX_CHAT_CHARS));
        String before = chat.from().isEmpty() ? "" : WireText.wellFormed(chat.from()) + ": ";
        if (trimmed.isEmpty()) {
            return List.of();
        }
        int fits = MAX_CHAT_CHARS - before.length();
        if (trimmed.length() <= fits) {
            return List.of(new Frame.Text(before + trimmed));
        }
        int cut = Character.isLowSurrogate(trimmed.charAt(fits)) ? fits - 1 : fits;
        return List.of(
                new Frame.Text(before + trimmed.substring(0, cut)), new Frame.Text(before + trimmed.substring(cut)));
    }

    private List<Frame> accept(Message.FileAck ack) {
        if (ack.offset() != 0) {
            throw new IllegalArgumentException("This wire cannot ask for a file from its middle on.");
        }
        return receiving.accept(ack.transferId());
    }

    private static Frame request(String path) {
        return QtWriter.request(WireText.outgoing("A path", path, MAX_FILE_NAME_CHARS));
    }

    private List<Frame> over(UUID transferId) {
        sending.cancel(transferId);
        receiving.cancel(transferId);
        return List.of();
    }

    private List<Message> text(String text) throws MalformedFrameException {
        String trimmed = QtText.trimmed(text);
        if (trimmed.length() > MAX_CHAT_CHARS) {
            throw new MalformedFrameException(Severity.IGNORE, "A chat text is too long.");
        }
        return trimmed.isEmpty()
                ? List.of()
                : List.of(new Message.Chat(ids.get(), WireText.wellFormed(trimmed), clock.instant()));
    }

    private List<Message> binary(Frame.Binary frame) throws MalformedFrameException {
        if (frame.size() > MAX_MESSAGE_BYTES) {
            throw receiving.lost("A binary frame is too long.");
        }
        QtReader in = new QtReader(frame.joined());
        return switch (Objects.requireNonNullElse(in.string(QtNames.MAX_CHARS), "")) {
            case QtNames.FILE_HEADER -> receiving.header(in);
            case QtNames.FILE_CHUNK -> receiving.chunk(in);
            case QtNames.FILE_ACK -> sending.accepted(in.string(MAX_FILE_NAME_CHARS));
            case QtNames.FILE_CHUNK_ACK -> sending.acknowledged();
            case QtNames.FILE_REQUEST -> request(in);
            default ->
                throw new MalformedFrameException(Severity.IGNORE, "A binary frame has a type that is not known here.");
        };
    }

    private static List<Message> request(QtReader in) throws MalformedFrameException {
        String path = Objects.requireNonNullElse(in.string(MAX_FILE_NAME_CHARS), "");
        in.int64();
        return List.of(new Message.FileRequest(WireText.wellFormed(path)));
    }
}
