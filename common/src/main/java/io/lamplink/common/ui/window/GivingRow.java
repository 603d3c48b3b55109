package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Survey;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A file or a folder that is about to be sent, and what is known of it so far. Lives on the JavaFX thread. */
public final class GivingRow {

    private final Path path;
    private final ReadOnlyObjectWrapper<@Nullable Survey> survey = new ReadOnlyObjectWrapper<>(this, "survey");
    private boolean whole;

    GivingRow(Path path) {
        this.path = path;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Its own name, safe to show. */
    public String name() {
        Path name = path.getFileName();
        return SafeText.line(String.valueOf(name == null ? path : name));
    }

    /** What was found there so far; null before anything was. */
    public ReadOnlyObjectProperty<@Nullable Survey> surveyProperty() {
        return survey.getReadOnlyProperty();
    }

    /** Whether all of it has been looked at. */
    boolean whole() {
        return whole;
    }

    /** Whether it can be sent, as far as is known. */
    boolean sendable() {
        Survey now = survey.get();
        return now == null || now.sendable();
    }

    void found(Survey now, boolean all) {
        whole = all;
        survey.set(now);
    }

    /** Why it cannot be sent, or null if it can. */
    public @Nullable Phrase problem() {
        Survey now = survey.get();
        return now == null
                ? null
                : switch (now.kind()) {
                    case FILE, FOLDER -> null;
                    case MISSING -> Phrase.of("give.problem.missing");
                    case UNREADABLE -> Phrase.of("give.problem.unreadable");
                    case OTHER -> Phrase.of("give.problem.other");
                    case TOO_LARGE -> Phrase.of("give.problem.too-large", ProtocolLimits.MAX_FOLDER_FILES);
                };
    }

    /** What is to know of it, the most important first. */
    public List<Phrase> about() {
        Survey now = survey.get();
        if (now == null) {
            return List.of(Phrase.of("give.row.looking"));
        }
        Phrase problem = problem();
        if (problem != null) {
            return List.of(problem);
        }
        List<Phrase> about = new ArrayList<>();
        if (now.kind() == Survey.Kind.FILE) {
            about.add(Phrase.of("give.row.file", new Amount.Bytes(now.bytes())));
        } else {
            String key = whole ? "transfer.folder.whole" : "give.row.counting";
            about.add(Phrase.of(key, now.files(), new Amount.Bytes(now.bytes())));
        }
        add(about, "give.row.hidden", now.kind() == Survey.Kind.FILE ? 0 : now.hidden());
        add(about, "give.row.unreadable", now.unreadable());
        add(about, "give.row.others", now.others());
        return about;
    }

    private static void add(List<Phrase> about, String key, int count) {
        if (count > 0) {
            about.add(Phrase.of(key, count));
        }
    }
}
