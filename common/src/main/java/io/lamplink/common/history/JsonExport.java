package io.lamplink.common.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A history for programs, as docs/history.md describes. Texts are exactly what was written. */
final class JsonExport implements ExportWriter {
    private static final String FORMAT = "lamplink-history";
    private static final int VERSION = 1;

    private final JsonGenerator json;
    private final Instant now;

    JsonExport(Writer out, Instant now) throws IOException {
        this.now = now;
        json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setCharacterEscapes(new HiddenEscaped());
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        json.setPrettyPrinter(lines);
    }

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", VERSION);
        json.writeStringField("exported", now.toString());
        json.writeArrayFieldStart("entries");
    }

    @Override
    public void write(HistoryEntry entry) throws IOException {
        json.writeStartObject();
        switch (entry) {
            case HistoryEntry.Text text -> write(text);
            case HistoryEntry.Transfer transfer -> write(transfer);
            case HistoryEntry.Visit visit -> write(visit);
        }
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private void begin(String type, HistoryEntry entry) throws IOException {
        json.writeStringField("type", type);
        json.writeStringField("id", entry.id().toString());
        json.writeStringField("time", entry.time().toString());
    }

    private void write(HistoryEntry.Text text) throws IOException {
        begin("text", text);
        json.writeBooleanField("own", text.own());
        if (text.own()) {
            json.writeArrayFieldStart("to");
            for (String name : text.to()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeNumberField("recipients", text.recipients());
            json.writeNumberField("delivered", text.delivered());
            json.writeNumberField("failed", text.failed());
        } else {
            party("from", text.writer());
            json.writeBooleanField("direct", text.direct());
        }
        json.writeStringField("text", text.text());
    }

    private void write(HistoryEntry.Transfer transfer) throws IOException {
        begin("transfer", transfer);
        json.writeBooleanField("own", transfer.own());
        party("peer", transfer.peer());
        id("batch", transfer.batch());
        json.writeStringField("name", transfer.name());
        json.writeNumberField("size", transfer.size());
        if (transfer.files() != HistoryEntry.Transfer.ONE_FILE) {
            json.writeNumberField("files", transfer.files());
        }
        json.writeStringField("outcome", word(transfer.outcome()));
        FailureReason failure = transfer.failure();
        if (failure != null) {
            json.writeStringField("failure", failure.token());
        }
        String path = transfer.path();
        if (path != null) {
            json.writeStringField("path", path);
        }
    }

    private void write(HistoryEntry.Visit visit) throws IOException {
        begin("visit", visit);
        party("who", visit.who());
        json.writeStringField("turn", word(visit.turn()));
    }

    private void party(String field, Party party) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("name", party.name());
        id("identity", party.identity());
        json.writeEndObject();
    }

    private void id(String field, @Nullable UUID id) throws IOException {
        if (id != null) {
            json.writeStringField(field, id.toString());
        }
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What turns lines around or is not seen stands there by its number, so that an editor shows the file as it is. */
    private static final class HiddenEscaped extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            return standardAsciiEscapesForJSON();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            boolean hidden = VisibleText.isHidden(character) && !Character.isSurrogate((char) character);
            return hidden ? new SerializedString("\\u%04x".formatted(character)) : null;
        }
    }
}
