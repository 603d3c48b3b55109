package io.lamplink.bench.report;

import java.util.List;

/**
 * A table, however it is shown.
 *
 * @param title what it is about
 * @param head what stands over the columns
 * @param rows as many cells each as the head has
 */
record Table(String title, List<String> head, List<List<String>> rows) {
    Table {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
        int columns = head.size();
        if (rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("A row has more or fewer cells than the head.");
        }
    }
}
