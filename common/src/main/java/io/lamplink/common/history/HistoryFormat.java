package io.lamplink.common.history;

/** In which form a history can be taken out. */
public enum HistoryFormat {
    /** Lines to read and to print. */
    TEXT("txt"),
    /** One page for a browser, with all that it needs. */
    HTML("html"),
    /** For programs, as docs/history.md describes. */
    JSON("json");

    private final String extension;

    HistoryFormat(String extension) {
        this.extension = extension;
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return extension;
    }
}
