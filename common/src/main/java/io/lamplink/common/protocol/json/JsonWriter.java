package io.lamplink.common.protocol.json;

import static io.lamplink.common.protocol.ProtocolLimits.MAX_CAPABILITIES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHAT_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHUNK_BYTES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_DETAIL_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FILE_NAME_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FOLDER_FILES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_NAME_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_PATHS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_PIN_WAIT_SECONDS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_ROOM_NAMES;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.protocol.WireText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Writes messages as JSON text frames. Every method throws {@link IllegalArgumentException} if the message breaks a limit of
 * {@link io.lamplink.common.protocol.ProtocolLimits}.
 */
final class JsonWriter {
    private JsonWriter() {}

    static Frame hello(Message.Hello hello) {
        return new JsonText(JsonNames.HELLO)
                .with(JsonNames.NAME, WireText.outgoing("A peer's name", hello.name(), MAX_NAME_CHARS))
                .with(JsonNames.VERSION, WireText.outgoing("A version", hello.version(), MAX_NAME_CHARS))
                .with(JsonNames.CAPABILITIES, capabilities(hello.capabilities()))
                .withIfThere(JsonNames.IDENTITY, hello.identity())
                .frame();
    }

    static Frame chat(Message.Chat chat) {
        return new JsonText(JsonNames.CHAT)
                .with(JsonNames.ID, chat.id().toString())
                .with(JsonNames.TEXT, WireText.outgoing("A chat text", chat.text(), MAX_CHAT_CHARS))
                .with(JsonNames.TIME, JsonTime.write(chat.time()))
                .withIfSaid(JsonNames.FROM, name(chat.from()))
                .withIfTrue(JsonNames.EARLIER, chat.earlier())
                .withIfTrue(JsonNames.DIRECT, chat.direct())
                .frame();
    }

    static Frame room(Message.Room room) {
        return new JsonText(JsonNames.ROOM)
                .withIfSaid(JsonNames.YOU, name(room.you()))
                .withIfAny(JsonNames.HERE, names(room.here()))
                .withIfAny(JsonNames.LEFT, names(room.left()))
                .withIfAny(JsonNames.JOINED, names(room.joined()))
                .frame();
    }

    static Frame typing(Message.Typing typing) {
        return new JsonText(JsonNames.TYPING)
                .with(JsonNames.ON, typing.on())
                .withIfSaid(JsonNames.FROM, name(typing.from()))
                .frame();
    }

    static Frame pinAsked(Message.PinAsked asked) {
        return new JsonText(JsonNames.PIN_ASKED)
                .with(JsonNames.ID, asked.id().toString())
                .frame();
    }

    static Frame pinShare(Message.PinShare share) {
        return new JsonText(JsonNames.PIN_SHARE)
                .with(JsonNames.SHARE, share.share())
                .frame();
    }

    static Frame pinProof(Message.PinProof proof) {
        return new JsonText(JsonNames.PIN_PROOF)
                .with(JsonNames.PROOF, proof.proof())
                .frame();
    }

    static Frame pinRefused(Message.PinRefused refused) {
        if (refused.seconds() < 0 || refused.seconds() > MAX_PIN_WAIT_SECONDS) {
            throw new IllegalArgumentException("A client waits at most " + MAX_PIN_WAIT_SECONDS + " seconds.");
        }
        return new JsonText(JsonNames.PIN_REFUSED)
                .with(JsonNames.REASON, refused.reason().token())
                .with(JsonNames.SECONDS, refused.seconds())
                .frame();
    }

    private static List<String> names(List<String> names) {
        if (names.size() > MAX_ROOM_NAMES) {
            throw new IllegalArgumentException("A list has at most " + MAX_ROOM_NAMES + " names.");
        }
        return names.stream().map(JsonWriter::name).toList();
    }

    private static String name(String name) {
        return WireText.outgoing("A name", name, MAX_NAME_CHARS);
    }

    static Frame chatAck(Message.ChatAck ack) {
        return new JsonText(JsonNames.CHAT_ACK)
                .with(JsonNames.ID, ack.id().toString())
                .frame();
    }

    /** A file whose last change lies outside of the years that the wire can say is announced without it. */
    static Frame fileHeader(Message.FileHeader header) {
        if (header.chunkSize() < 1 || header.chunkSize() > MAX_CHUNK_BYTES) {
            throw new IllegalArgumentException("A chunk size is 1 to " + MAX_CHUNK_BYTES + " bytes.");
        }
        JsonText json = transfer(JsonNames.FILE_HEADER, header.transferId())
                .with(JsonNames.NAME, WireText.outgoing("A file name", header.name(), MAX_FILE_NAME_CHARS))
                .with(JsonNames.SIZE, count(header.size()));
        if (header.modified() != null && JsonTime.sayable(header.modified())) {
            json.with(JsonNames.MODIFIED, JsonTime.write(header.modified()));
        }
        json.with(JsonNames.CHUNK_SIZE, header.chunkSize());
        Message.Place place = header.place();
        if (place != null) {
            json.with(JsonNames.FOLDER, place.folderId().toString()).with(JsonNames.PATH, path(place.path()));
        }
        return json.frame();
    }

    static Frame folderHeader(Message.FolderHeader header) {
        if (header.files() < 0 || header.files() > MAX_FOLDER_FILES) {
            throw new IllegalArgumentException("A folder has 0 to " + MAX_FOLDER_FILES + " files.");
        }
        return transfer(JsonNames.FOLDER_HEADER, header.folderId())
                .with(JsonNames.NAME, WireText.outgoing("A folder name", header.name(), MAX_FILE_NAME_CHARS))
                .with(JsonNames.FILES, header.files())
                .with(JsonNames.SIZE, count(header.size()))
                .frame();
    }

    static Frame folderPaths(Message.FolderPaths folder) {
        if (folder.paths().size() > MAX_PATHS) {
            throw new IllegalArgumentException("A message names at most " + MAX_PATHS + " paths.");
        }
        return transfer(JsonNames.FOLDER_PATHS, folder.folderId())
                .with(
                        JsonNames.PATHS,
                        folder.paths().stream().map(JsonWriter::path).toList())
                .frame();
    }

    /** A message that says nothing but which transfer or folder it is about. */
    static Frame about(String type, UUID transferId) {
        return transfer(type, transferId).frame();
    }

    private static String path(String path) {
        return WireText.outgoing("A path", path, MAX_FILE_NAME_CHARS);
    }

    static Frame fileAck(Message.FileAck ack) {
        return transfer(JsonNames.FILE_ACK, ack.transferId())
                .with(JsonNames.ACCEPTED, true)
                .with(JsonNames.OFFSET, count(ack.offset()))
                .withIfThere(JsonNames.SHA256, ack.prefix())
                .frame();
    }

    static Frame fileRefused(Message.FileRefused refused) {
        JsonText json = transfer(JsonNames.FILE_ACK, refused.transferId()).with(JsonNames.ACCEPTED, false);
        return because(json, refused.reason(), refused.detail());
    }

    static Frame fileChunkAck(Message.FileChunkAck ack) {
        return transfer(JsonNames.FILE_CHUNK_ACK, ack.transferId())
                .with(JsonNames.WRITTEN, count(ack.written()))
                .frame();
    }

    static Frame fileComplete(Message.FileComplete complete) {
        Sha256 sha256 = complete.sha256();
        if (sha256 == null) {
            throw new IllegalArgumentException("This wire needs the digest of a complete file.");
        }
        return transfer(JsonNames.FILE_COMPLETE, complete.transferId())
                .with(JsonNames.SIZE, count(complete.size()))
                .with(JsonNames.SHA256, sha256.hex())
                .frame();
    }

    static Frame fileVerified(Message.FileVerified verified) {
        return transfer(JsonNames.FILE_VERIFIED, verified.transferId())
                .with(JsonNames.SHA256, verified.sha256().hex())
                .frame();
    }

    static Frame filePause(Message.FilePause pause) {
        return because(transfer(JsonNames.FILE_PAUSE, pause.transferId()), pause.reason(), pause.detail());
    }

    static Frame fileCancel(Message.FileCancel cancel) {
        return because(transfer(JsonNames.FILE_CANCEL, cancel.transferId()), cancel.reason(), cancel.detail());
    }

    private static JsonText transfer(String type, UUID transferId) {
        return new JsonText(type).with(JsonNames.TRANSFER_ID, transferId.toString());
    }

    private static Frame because(JsonText json, FailureReason reason, String detail) {
        return json.with(JsonNames.REASON, reason.token())
                .with(JsonNames.DETAIL, WireText.outgoing("A detail", detail, MAX_DETAIL_CHARS))
                .frame();
    }

    /** Sorted, so that the same capabilities are always the same bytes. */
    private static Set<String> capabilities(Set<String> capabilities) {
        if (capabilities.size() > MAX_CAPABILITIES) {
            throw new IllegalArgumentException("A peer names at most " + MAX_CAPABILITIES + " capabilities.");
        }
        Set<String> words = new TreeSet<>();
        for (String capability : capabilities) {
            words.add(WireText.outgoing("A capability", capability, MAX_CAPABILITIES));
        }
        return words;
    }

    private static long count(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("A size or offset is negative.");
        }
        return number;
    }
}
