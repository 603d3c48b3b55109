package io.lamplink.common.history;

import java.nio.file.Path;

/** A program that keeps numbered texts until it is killed or has kept all, and says how many are written. */
final class HistoryProcess {
    private static final int AT_ONCE = 50;

    private HistoryProcess() {}

    /** Arguments: the file, the name of this program, how many texts. */
    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[2]);
        try (History history = new History(Path.of(arguments[0]), Keeping.EVERYTHING)) {
            history.addListener(event -> System.out.println("event " + event));
            for (int i = 1; i <= count; i++) {
                history.add(HistoryFixture.heard(arguments[1] + " " + i));
                if (i % AT_ONCE == 0) {
                    HistoryFixture.get(history.flushed());
                    System.out.println(i);
                }
            }
        }
    }
}
