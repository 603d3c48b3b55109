package io.lamplink.common.history;

import io.lamplink.common.history.HistoryHits.Hit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is ever read from the file. */
final class HistoryQueries {
    /** A page ends before its texts have more than so many characters, unless it is the first of them. */
    static final int MOST_CHARACTERS = 1_000_000;

    private static final String FROM = "SELECT " + HistoryRow.COLUMNS + " FROM entry ";

    private HistoryQueries() {}

    /** Some entries in the order they were read, and whether there are more of them. */
    private record Some(List<HistoryEntry> entries, boolean more) {}

    static HistoryPage before(Connection connection, long key, int count) throws SQLException {
        Some older = some(connection, FROM + "WHERE key < ? ORDER BY key DESC", List.of(key), count);
        return new HistoryPage(older.entries().reversed(), older.more());
    }

    static HistoryHits search(Connection connection, HistoryQuery query, long before, int count) throws SQLException {
        List<Object> values = new ArrayList<>();
        String key = query.indexed().isEmpty() ? "entry.key" : "search.rowid"; // The index has its own order at hand.
        String sql = FROM + condition(query, values) + " AND " + key + " < ? ORDER BY " + key + " DESC";
        values.add(before);
        Some found = some(connection, sql, values, count);
        return new HistoryHits(
                found.entries().stream()
                        .map(entry -> new Hit(entry, query.marksIn(body(entry))))
                        .toList(),
                found.more());
    }

    static long count(Connection connection, HistoryQuery query) throws SQLException {
        List<Object> values = new ArrayList<>();
        String condition = condition(query, values);
        boolean indexOnly = query.patterns().isEmpty();
        String sql = indexOnly
                ? "SELECT count(*) FROM search WHERE search MATCH ?"
                : "SELECT count(*) FROM entry " + condition;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    /** The rows that fit. Visits have no words, so they never do. */
    private static String condition(HistoryQuery query, List<Object> values) {
        List<String> all = new ArrayList<>();
        String indexed = query.indexed();
        String join = "";
        if (!indexed.isEmpty()) {
            join = "JOIN search ON search.rowid = entry.key ";
            all.add("search MATCH ?");
            values.add(indexed);
        }
        for (List<String> patterns : query.patterns()) {
            all.add(patterns.stream()
                    .map(_ -> "entry.body LIKE ? ESCAPE '\\'")
                    .collect(Collectors.joining(" OR ", "(", ")")));
            values.addAll(patterns);
        }
        return join + "WHERE " + String.join(" AND ", all);
    }

    /** What is searched. */
    static String body(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.Text text -> text.text();
            case HistoryEntry.Transfer transfer -> transfer.name();
            case HistoryEntry.Visit _ -> "";
        };
    }

    private static Some some(Connection connection, String sql, List<?> values, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + " LIMIT " + (count + 1))) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return take(rows, count);
            }
        }
    }

    private static Some take(ResultSet rows, int count) throws SQLException {
        List<HistoryEntry> entries = new ArrayList<>();
        long characters = 0;
        while (rows.next()) {
            if (entries.size() == count) {
                return new Some(entries, true);
            }
            HistoryEntry entry = HistoryRow.read(rows).orElse(null);
            if (entry == null) {
                continue;
            }
            characters += body(entry).length();
            if (characters > MOST_CHARACTERS && !entries.isEmpty()) {
                return new Some(entries, true);
            }
            entries.add(entry);
        }
        return new Some(entries, false);
    }

    private static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
