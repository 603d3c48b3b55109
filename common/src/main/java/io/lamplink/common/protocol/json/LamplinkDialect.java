package io.lamplink.common.protocol.json;

import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import java.util.List;

/**
 * The wire of the sub-protocol {@code lamplink.v1}: one JSON object a text frame, and FILE_CHUNK as a binary frame with a
 * header of fixed length (docs/protocol.md, part 1). It has a word for every message but {@link Message.FileRequest}.
 *
 * <p>An unknown type or kind is malformed with {@link MalformedFrameException.Severity#IGNORE}, so that a later version may
 * add some; anything else that is wrong with {@link MalformedFrameException.Severity#CLOSE}.
 */
public final class LamplinkDialect implements Dialect {
    private static final DialectTraits TRAITS = new DialectTraits(
            ProtocolLimits.SUBPROTOCOL, true, true, true, true, 4, 64 * 1024, 512 * 1024, ChunkFrame.HEADER_BYTES);

    @Override
    public DialectTraits traits() {
        return TRAITS;
    }

    @Override
    public List<Message> decode(Frame frame) throws MalformedFrameException {
        return switch (frame) {
            case Frame.Text text -> List.of(JsonReader.read(text));
            case Frame.Binary binary -> List.of(ChunkFrame.decode(binary));
        };
    }

    @Override
    public List<Frame> encode(Message message) {
        return switch (message) {
            case Message.Hello hello -> List.of(JsonWriter.hello(hello));
            case Message.Chat chat -> List.of(JsonWriter.chat(chat));
            case Message.Room room -> List.of(JsonWriter.room(room));
            case Message.Typing typing -> List.of(JsonWriter.typing(typing));
            case Message.PinAsked asked -> List.of(JsonWriter.pinAsked(asked));
            case Message.PinShare share -> List.of(JsonWriter.pinShare(share));
            case Message.PinProof proof -> List.of(JsonWriter.pinProof(proof));
            case Message.PinRefused refused -> List.of(JsonWriter.pinRefused(refused));
            case Message.ChatAck ack -> List.of(JsonWriter.chatAck(ack));
            case Message.FileHeader header -> List.of(JsonWriter.fileHeader(header));
            case Message.FileAck ack -> List.of(JsonWriter.fileAck(ack));
            case Message.FileRefused refused -> List.of(JsonWriter.fileRefused(refused));
            case Message.FileChunk chunk -> List.of(ChunkFrame.encode(chunk));
            case Message.FileChunkAck ack -> List.of(JsonWriter.fileChunkAck(ack));
            case Message.FileComplete complete -> List.of(JsonWriter.fileComplete(complete));
            case Message.FileVerified verified -> List.of(JsonWriter.fileVerified(verified));
            case Message.FilePause pause -> List.of(JsonWriter.filePause(pause));
            case Message.FileResume resume -> List.of(JsonWriter.about(JsonNames.FILE_RESUME, resume.transferId()));
            case Message.FileCancel cancel -> List.of(JsonWriter.fileCancel(cancel));
            case Message.FolderHeader header -> List.of(JsonWriter.folderHeader(header));
            case Message.FolderPaths folder -> List.of(JsonWriter.folderPaths(folder));
            case Message.FolderComplete all -> List.of(JsonWriter.about(JsonNames.FOLDER_COMPLETE, all.folderId()));
            case Message.FolderVerified all -> List.of(JsonWriter.about(JsonNames.FOLDER_VERIFIED, all.folderId()));
            case Message.FileRequest _ -> List.of();
        };
    }
}
