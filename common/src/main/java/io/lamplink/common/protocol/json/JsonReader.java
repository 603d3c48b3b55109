package io.lamplink.common.protocol.json;

import static io.lamplink.common.protocol.ProtocolLimits.MAX_CAPABILITIES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHAT_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHUNK_BYTES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_DETAIL_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FILE_NAME_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FOLDER_FILES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_JSON_BYTES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_NAME_CHARS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_PATHS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_PIN_WAIT_SECONDS;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_ROOM_NAMES;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.protocol.Sha256;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text frame as a message. A field that is there must be right; one that no message knows is not looked at. */
final class JsonReader {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern SHA256_FORM = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern POINT_FORM = Pattern.compile("04[0-9a-fA-F]{128}");

    private final JsonObject json;

    private JsonReader(JsonObject json) {
        this.json = json;
    }

    /** The message in {@code frame}; every limit is checked before its text is parsed. */
    static Message read(Frame.Text frame) throws MalformedFrameException {
        if (frame.text().length() > MAX_JSON_BYTES || frame.size() > MAX_JSON_BYTES) {
            throw broken("A JSON text is too long.");
        }
        return new JsonReader(JsonObject.parse(frame.text())).message();
    }

    private Message message() throws MalformedFrameException {
        return switch (need(json.text(JsonNames.TYPE), JsonNames.TYPE)) {
            case JsonNames.HELLO -> hello();
            case JsonNames.CHAT -> chat();
            case JsonNames.ROOM -> room();
            case JsonNames.TYPING ->
                new Message.Typing(name(JsonNames.FROM), need(json.flag(JsonNames.ON), JsonNames.ON));
            case JsonNames.PIN_ASKED -> new Message.PinAsked(id(JsonNames.ID));
            case JsonNames.PIN_SHARE -> new Message.PinShare(lower(JsonNames.SHARE, POINT_FORM));
            case JsonNames.PIN_PROOF -> new Message.PinProof(lower(JsonNames.PROOF, SHA256_FORM));
            case JsonNames.PIN_REFUSED -> pinRefused();
            case JsonNames.CHAT_ACK -> new Message.ChatAck(id(JsonNames.ID));
            case JsonNames.FILE_HEADER -> fileHeader();
            case JsonNames.FILE_ACK -> fileAck();
            case JsonNames.FILE_CHUNK_ACK -> new Message.FileChunkAck(transferId(), count(JsonNames.WRITTEN));
            case JsonNames.FILE_COMPLETE -> new Message.FileComplete(transferId(), count(JsonNames.SIZE), digest());
            case JsonNames.FILE_VERIFIED -> new Message.FileVerified(transferId(), digest());
            case JsonNames.FILE_PAUSE -> new Message.FilePause(transferId(), reason(), detail());
            case JsonNames.FILE_RESUME -> new Message.FileResume(transferId());
            case JsonNames.FILE_CANCEL -> new Message.FileCancel(transferId(), reason(), detail());
            case JsonNames.FOLDER_HEADER -> folderHeader();
            case JsonNames.FOLDER_PATHS -> new Message.FolderPaths(transferId(), paths());
            case JsonNames.FOLDER_COMPLETE -> new Message.FolderComplete(transferId());
            case JsonNames.FOLDER_VERIFIED -> new Message.FolderVerified(transferId());
            default ->
                throw new MalformedFrameException(Severity.IGNORE, "A JSON text has a type that is not known here.");
        };
    }

    private Message hello() throws MalformedFrameException {
        return new Message.Hello(
                text(JsonNames.NAME, MAX_NAME_CHARS),
                text(JsonNames.VERSION, MAX_NAME_CHARS),
                capabilities(),
                json.has(JsonNames.IDENTITY) ? id(JsonNames.IDENTITY) : null);
    }

    private Set<String> capabilities() throws MalformedFrameException {
        List<String> words = need(json.texts(JsonNames.CAPABILITIES), JsonNames.CAPABILITIES);
        if (words.size() > MAX_CAPABILITIES || words.stream().anyMatch(word -> word.length() > MAX_CAPABILITIES)) {
            throw bad(JsonNames.CAPABILITIES);
        }
        return new LinkedHashSet<>(words);
    }

    private Message chat() throws MalformedFrameException {
        return new Message.Chat(
                id(JsonNames.ID),
                text(JsonNames.TEXT, MAX_CHAT_CHARS),
                instant(JsonNames.TIME),
                name(JsonNames.FROM),
                flag(JsonNames.EARLIER),
                flag(JsonNames.DIRECT));
    }

    private Message room() throws MalformedFrameException {
        return new Message.Room(
                name(JsonNames.YOU), names(JsonNames.HERE), names(JsonNames.LEFT), names(JsonNames.JOINED));
    }

    private Message pinRefused() throws MalformedFrameException {
        PinRefusal reason = PinRefusal.ofToken(text(JsonNames.REASON, MAX_NAME_CHARS));
        long seconds = count(JsonNames.SECONDS);
        if (seconds > MAX_PIN_WAIT_SECONDS) {
            throw bad(JsonNames.SECONDS);
        }
        return new Message.PinRefused(reason, (int) seconds);
    }

    private String name(String key) throws MalformedFrameException {
        return json.has(key) ? text(key, MAX_NAME_CHARS) : "";
    }

    private List<String> names(String key) throws MalformedFrameException {
        List<String> names = json.has(key) ? need(json.texts(key), key) : List.of();
        if (names.size() > MAX_ROOM_NAMES || names.stream().anyMatch(name -> name.length() > MAX_NAME_CHARS)) {
            throw bad(key);
        }
        return names;
    }

    private boolean flag(String key) throws MalformedFrameException {
        return json.has(key) && need(json.flag(key), key);
    }

    private Message fileHeader() throws MalformedFrameException {
        UUID transferId = transferId();
        String name = text(JsonNames.NAME, MAX_FILE_NAME_CHARS);
        long size = count(JsonNames.SIZE);
        Instant modified = json.has(JsonNames.MODIFIED) ? instant(JsonNames.MODIFIED) : null;
        long chunkSize = count(JsonNames.CHUNK_SIZE);
        if (chunkSize < 1 || chunkSize > MAX_CHUNK_BYTES) {
            throw bad(JsonNames.CHUNK_SIZE);
        }
        return new Message.FileHeader(transferId, name, size, modified, (int) chunkSize, place());
    }

    private Message.@Nullable Place place() throws MalformedFrameException {
        return json.has(JsonNames.FOLDER)
                ? new Message.Place(id(JsonNames.FOLDER), text(JsonNames.PATH, MAX_FILE_NAME_CHARS))
                : null;
    }

    private Message folderHeader() throws MalformedFrameException {
        UUID folderId = transferId();
        String name = text(JsonNames.NAME, MAX_FILE_NAME_CHARS);
        long files = count(JsonNames.FILES);
        if (files > MAX_FOLDER_FILES) {
            throw bad(JsonNames.FILES);
        }
        return new Message.FolderHeader(folderId, name, (int) files, count(JsonNames.SIZE));
    }

    private List<String> paths() throws MalformedFrameException {
        List<String> paths = need(json.texts(JsonNames.PATHS), JsonNames.PATHS);
        if (paths.size() > MAX_PATHS || paths.stream().anyMatch(path -> path.length() > MAX_FILE_NAME_CHARS)) {
            throw bad(JsonNames.PATHS);
        }
        return paths;
    }

    private Message fileAck() throws MalformedFrameException {
        if (need(json.flag(JsonNames.ACCEPTED), JsonNames.ACCEPTED)) {
            return new Message.FileAck(
                    transferId(), count(JsonNames.OFFSET), json.has(JsonNames.SHA256) ? digest() : null);
        }
        return new Message.FileRefused(transferId(), reason(), detail());
    }

    private UUID transferId() throws MalformedFrameException {
        return id(JsonNames.TRANSFER_ID);
    }

    private UUID id(String key) throws MalformedFrameException {
        return UUID.fromString(matching(key, UUID_FORM));
    }

    private Sha256 digest() throws MalformedFrameException {
        return Sha256.ofHex(lower(JsonNames.SHA256, SHA256_FORM));
    }

    private String lower(String key, Pattern form) throws MalformedFrameException {
        return matching(key, form).toLowerCase(Locale.ROOT);
    }

    private String matching(String key, Pattern form) throws MalformedFrameException {
        return need(json.text(key).filter(text -> form.matcher(text).matches()), key);
    }

    private Instant instant(String key) throws MalformedFrameException {
        return need(json.text(key).flatMap(JsonTime::read), key);
    }

    private long count(String key) throws MalformedFrameException {
        return need(json.whole(key).filter(number -> number >= 0), key);
    }

    private String text(String key, int maxChars) throws MalformedFrameException {
        return need(json.text(key).filter(text -> text.length() <= maxChars), key);
    }

    /** A reason that this version does not know is still a reason. */
    private FailureReason reason() throws MalformedFrameException {
        String token = text(JsonNames.REASON, MAX_NAME_CHARS);
        return FailureReason.ofToken(token).orElse(FailureReason.OTHER);
    }

    private String detail() throws MalformedFrameException {
        return json.has(JsonNames.DETAIL) ? text(JsonNames.DETAIL, MAX_DETAIL_CHARS) : "";
    }

    private static <T> T need(Optional<T> value, String key) throws MalformedFrameException {
        return value.orElseThrow(() -> bad(key));
    }

    /** {@code key} is one of {@link JsonNames}, never what the peer wrote. */
    private static MalformedFrameException bad(String key) {
        return broken("The JSON field " + key + " is missing or not what it should be.");
    }

    private static MalformedFrameException broken(String sentence) {
        return new MalformedFrameException(Severity.CLOSE, sentence);
    }
}
