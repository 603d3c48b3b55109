package io.lamplink.common.history;

import io.lamplink.common.transfer.SafeText;
import java.io.IOException;
import java.io.Writer;

/** A history as one page. What peers wrote is text on it and nothing else: no mark-up, no script, no turned lines. */
final class HtmlExport implements ExportWriter {
    /** Even if something slipped through, a browser would neither run nor fetch it. */
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="{lang}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>
            :root { color-scheme: light dark; --ground: #f4f6f8; --text: #1f2d3a; --quiet: #5b6b7a; --own: #d6eaf8; --their: #fff; }
            @media (prefers-color-scheme: dark) {
              :root { --ground: #2c3e50; --text: #ecf0f1; --quiet: #b4c0cb; --own: #1f618d; --their: #3d5266; }
            }
            body { background: var(--ground); color: var(--text); font: 15px/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 46rem; padding: 1rem; }
            h1 { font-size: 1.3rem; }
            h2 { color: var(--quiet); font-size: .9rem; font-weight: 600; margin: 1.6rem 0 .6rem; text-align: center; }
            article { background: var(--their); border-radius: .8rem; margin: .4rem 4rem .4rem 0; padding: .5rem .8rem; }
            article.own { background: var(--own); margin: .4rem 0 .4rem 4rem; }
            header, p.news { color: var(--quiet); font-size: .85rem; }
            header, article p { margin: 0; }
            article p { overflow-wrap: anywhere; white-space: pre-wrap; }
            p.news { margin: .3rem 0; overflow-wrap: anywhere; text-align: center; }
            </style>
            </head>
            <body>
            <h1>{title}</h1>
            """;

    private final Writer out;
    private final HistoryWords words;
    private final ExportDates dates;

    HtmlExport(Writer out, HistoryWords words) {
        this.out = out;
        this.words = words;
        this.dates = new ExportDates(words);
    }

    @Override
    public void begin() throws IOException {
        out.write(HEAD.replace("{lang}", escape(words.locale().toLanguageTag()))
                .replace("{title}", escape(SafeText.line(words.title()))));
    }

    @Override
    public void write(HistoryEntry entry) throws IOException {
        String day = dates.newDay(entry.time()).orElse("");
        if (!day.isEmpty()) {
            out.write("<h2>" + escape(day) + "</h2>\n");
        }
        String about = "<bdi>" + escape(SafeText.line(words.about(entry))) + "</bdi>";
        String time =
                "<time datetime=\"" + ExportDates.within(entry.time()) + "\">" + dates.time(entry.time()) + "</time>";
        switch (entry) {
            case HistoryEntry.Text text ->
                out.write("<article" + (text.own() ? " class=\"own\"" : "") + "><header>" + about + " " + time
                        + "</header><p dir=\"auto\">" + escape(SafeText.lines(text.text())) + "</p></article>\n");
            case HistoryEntry.Transfer _, HistoryEntry.Visit _ ->
                out.write("<p class=\"news\">" + time + " " + about + "</p>\n");
        }
    }

    @Override
    public void end() throws IOException {
        out.write("</body>\n</html>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
