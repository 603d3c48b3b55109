package io.lamplink.common.protocol.json;

/** The words of the JSON frames. Each stands once, here, for both directions. */
final class JsonNames {
    static final String TYPE = "type";

    static final String HELLO = "HELLO";
    static final String CHAT = "CHAT";
    static final String CHAT_ACK = "CHAT_ACK";
    static final String ROOM = "ROOM";
    static final String TYPING = "TYPING";
    static final String PIN_ASKED = "PIN_ASKED";
    static final String PIN_SHARE = "PIN_SHARE";
    static final String PIN_PROOF = "PIN_PROOF";
    static final String PIN_REFUSED = "PIN_REFUSED";
    static final String FILE_HEADER = "FILE_HEADER";
    static final String FILE_ACK = "FILE_ACK";
    static final String FILE_CHUNK_ACK = "FILE_CHUNK_ACK";
    static final String FILE_COMPLETE = "FILE_COMPLETE";
    static final String FILE_VERIFIED = "FILE_VERIFIED";
    static final String FILE_PAUSE = "FILE_PAUSE";
    static final String FILE_RESUME = "FILE_RESUME";
    static final String FILE_CANCEL = "FILE_CANCEL";
    static final String FOLDER_HEADER = "FOLDER_HEADER";
    static final String FOLDER_PATHS = "FOLDER_PATHS";
    static final String FOLDER_COMPLETE = "FOLDER_COMPLETE";
    static final String FOLDER_VERIFIED = "FOLDER_VERIFIED";

    static final String NAME = "name";
    static final String VERSION = "version";
    static final String CAPABILITIES = "capabilities";
    static final String IDENTITY = "identity";
    static final String ID = "id";
    static final String TEXT = "text";
    static final String TIME = "time";
    static final String FROM = "from";
    static final String EARLIER = "earlier";
    static final String DIRECT = "direct";
    static final String ON = "on";
    static final String YOU = "you";
    static final String HERE = "here";
    static final String LEFT = "left";
    static final String JOINED = "joined";
    static final String TRANSFER_ID = "transferId";
    static final String SIZE = "size";
    static final String MODIFIED = "modified";
    static final String CHUNK_SIZE = "chunkSize";
    static final String ACCEPTED = "accepted";
    static final String OFFSET = "offset";
    static final String REASON = "reason";
    static final String DETAIL = "detail";
    static final String WRITTEN = "written";
    static final String SHA256 = "sha256";
    static final String FOLDER = "folder";
    static final String PATH = "path";
    static final String PATHS = "paths";
    static final String FILES = "files";
    static final String SHARE = "share";
    static final String PROOF = "proof";
    static final String SECONDS = "seconds";

    private JsonNames() {}
}
