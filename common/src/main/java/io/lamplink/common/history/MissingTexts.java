package io.lamplink.common.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which peers do not have a text of this side: a table beside the entries. Used by the writing thread alone. */
final class MissingTexts {
    private final PreparedStatement put;
    private final PreparedStatement remove;

    /** What becomes of a text for one peer. */
    sealed interface Fate {
        /** The peer has it. */
        record Arrived() implements Fate {}

        /** A person decides whether it is sent again. */
        record Failed() implements Fate {}

        /** It goes out by itself when the peer is there, even after a restart, from the program with that identity. */
        record Waiting(UUID sender) implements Fate {}
    }

    MissingTexts(Connection connection) throws SQLException {
        put = connection.prepareStatement("INSERT OR REPLACE INTO missing (text, identity, sender)"
                + " SELECT id, ?, ? FROM entry WHERE id = ? AND kind = 0 AND own = 1");
        remove = connection.prepareStatement("DELETE FROM missing WHERE text = ? AND identity = ?");
    }

    void write(HistoryChange.Missing change) throws SQLException {
        switch (change.fate()) {
            case Fate.Arrived _ -> {
                remove.setBytes(1, HistoryRow.bytes(change.text()));
                remove.setBytes(2, HistoryRow.bytes(change.identity()));
                remove.executeUpdate();
            }
            case Fate.Failed _ -> put(change, null);
            case Fate.Waiting(UUID sender) -> put(change, sender);
        }
    }

    private void put(HistoryChange.Missing change, @Nullable UUID sender) throws SQLException {
        put.setBytes(1, HistoryRow.bytes(change.identity()));
        if (sender == null) {
            put.setNull(2, Types.BLOB);
        } else {
            put.setBytes(2, HistoryRow.bytes(sender));
        }
        put.setBytes(3, HistoryRow.bytes(change.text()));
        put.executeUpdate();
    }

    /** The texts that {@code sender} has for {@code identity} and that were kept before {@code key}, oldest first. */
    static List<HistoryEntry.Text> waiting(Connection connection, UUID sender, UUID identity, long key)
            throws SQLException {
        String sql = "SELECT " + HistoryRow.COLUMNS + " FROM missing JOIN entry ON entry.id = missing.text"
                + " WHERE missing.sender = ? AND missing.identity = ? AND entry.key < ? ORDER BY entry.key";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, HistoryRow.bytes(sender));
            statement.setBytes(2, HistoryRow.bytes(identity));
            statement.setLong(3, key);
            List<HistoryEntry.Text> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (HistoryRow.read(rows).orElse(null) instanceof HistoryEntry.Text text) {
                        texts.add(text);
                    }
                }
            }
            return texts;
        }
    }
}
