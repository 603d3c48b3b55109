package io.lamplink.common.history;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes a whole history to a file, an entry at a time. The file is there whole or not at all. */
final class HistoryExport {
    private final Path target;
    private final HistoryFormat format;
    private final HistoryWords words;
    private final Instant now;

    HistoryExport(Path target, HistoryFormat format, HistoryWords words, Instant now) {
        this.target = target.toAbsolutePath();
        this.format = format;
        this.words = words;
        this.now = now;
    }

    /** An export of what {@code connection} sees at this moment, whatever is written meanwhile. */
    ExportResult of(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + HistoryRow.COLUMNS + " FROM entry ORDER BY key")) {
            return write(rows);
        }
    }

    /** An export of nothing. */
    ExportResult ofNothing() throws IOException {
        return write(out -> 0);
    }

    private ExportResult write(ResultSet rows) throws SQLException, IOException {
        return write(out -> {
            long count = 0;
            while (rows.next()) {
                Optional<HistoryEntry> entry = HistoryRow.read(rows);
                if (entry.isPresent()) {
                    out.write(entry.get());
                    count++;
                }
            }
            return count;
        });
    }

    /** What stands between the beginning and the end of the file. */
    private interface Contents<X extends Exception> {
        long writeTo(ExportWriter out) throws X, IOException;
    }

    private <X extends Exception> ExportResult write(Contents<X> contents) throws X, IOException {
        Path draft = target.resolveSibling(".lamplink-" + UUID.randomUUID() + ".part");
        try {
            long count;
            try (Writer out = Files.newBufferedWriter(draft, StandardOpenOption.CREATE_NEW)) {
                ExportWriter writer = ExportWriter.of(format, out, words, now);
                writer.begin();
                count = contents.writeTo(writer);
                writer.end();
            }
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new ExportResult.Exported(target, count);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
