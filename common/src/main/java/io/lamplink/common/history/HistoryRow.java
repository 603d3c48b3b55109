package io.lamplink.common.history;

import io.lamplink.common.history.HistoryEntry.Outcome;
import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Transfer;
import io.lamplink.common.history.HistoryEntry.Turn;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.protocol.FailureReason;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an entry stands in the table: its columns, and how they are read. */
final class HistoryRow {
    private static final int ID_BYTES = 16;

    static final int TEXT = 0;
    static final int TRANSFER = 1;
    static final int VISIT = 2;

    static final int MEMBER = 1;
    static final int DIRECT = 2;

    /** All columns but when it was written. */
    static final String COLUMNS = "entry.key, entry.kind, entry.id, entry.time, entry.own, entry.name, entry.identity,"
            + " entry.body, entry.audience, entry.flags, entry.recipients, entry.delivered, entry.failed, entry.batch,"
            + " entry.size, entry.files, entry.outcome, entry.failure, entry.path,"
            + " CASE WHEN entry.kind = 0 AND entry.own = 1 THEN (SELECT group_concat(hex(identity)"
            + " || CASE WHEN sender IS NULL THEN '' ELSE '+' END) FROM missing WHERE text = entry.id) END AS missing";

    private HistoryRow() {}

    /** The entry in a row of {@link #COLUMNS}; nothing for a kind that this version does not know. */
    static Optional<HistoryEntry> read(ResultSet row) throws SQLException {
        return switch (row.getInt("kind")) {
            case TEXT -> Optional.of(text(row));
            case TRANSFER -> Optional.of(transfer(row));
            case VISIT -> Optional.of(visit(row));
            default -> Optional.empty();
        };
    }

    private static Text text(ResultSet row) throws SQLException {
        int flags = row.getInt("flags");
        String audience = string(row, "audience");
        return new Text(
                row.getLong("key"),
                id(row, "id"),
                time(row),
                row.getBoolean("own"),
                party(row),
                audience.isEmpty() ? List.of() : audience.lines().toList(),
                string(row, "body"),
                (flags & MEMBER) != 0,
                (flags & DIRECT) != 0,
                row.getInt("recipients"),
                row.getInt("delivered"),
                row.getInt("failed"),
                missing(row.getString("missing")));
    }

    /** Identities in digits, with a plus where the text goes out by itself. */
    private static List<Text.Missing> missing(@Nullable String written) {
        return written == null
                ? List.of()
                : Stream.of(written.split(",", -1))
                        .filter(one -> one.length() >= 2 * ID_BYTES)
                        .map(one -> new Text.Missing(
                                new UUID(
                                        Long.parseUnsignedLong(one.substring(0, ID_BYTES), 16),
                                        Long.parseUnsignedLong(one.substring(ID_BYTES, 2 * ID_BYTES), 16)),
                                one.endsWith("+")))
                        .toList();
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        return new Transfer(
                row.getLong("key"),
                id(row, "id"),
                time(row),
                row.getBoolean("own"),
                party(row),
                uuid(row.getBytes("batch")),
                string(row, "body"),
                row.getLong("size"),
                row.getInt("files"),
                word(Outcome.class, row.getString("outcome"), Outcome.UNDER_WAY),
                failure == null ? null : FailureReason.ofToken(failure).orElse(FailureReason.OTHER),
                row.getString("path"));
    }

    private static Visit visit(ResultSet row) throws SQLException {
        Turn turn = word(Turn.class, row.getString("outcome"), Turn.PEER_WENT);
        return new Visit(row.getLong("key"), id(row, "id"), time(row), party(row), turn);
    }

    private static Party party(ResultSet row) throws SQLException {
        return new Party(string(row, "name"), uuid(row.getBytes("identity")));
    }

    private static Instant time(ResultSet row) throws SQLException {
        return Instant.ofEpochMilli(row.getLong("time"));
    }

    /** Milliseconds since 1970; a peer may name a time that has no such number. */
    static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        UUID id = uuid(row.getBytes(column));
        return id == null ? new UUID(0, row.getLong("key")) : id;
    }

    private static @Nullable UUID uuid(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length != 16) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static String string(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** A word of a later version, or of a damaged file, counts as {@code otherwise}. */
    private static <E extends Enum<E>> E word(Class<E> words, @Nullable String name, E otherwise) {
        for (E one : words.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return otherwise;
    }
}
