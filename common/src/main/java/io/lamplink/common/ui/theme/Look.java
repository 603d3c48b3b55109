package io.lamplink.common.ui.theme;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The theme of one window and of all that opens from it; changing it restyles them at once. Lives on the JavaFX thread.
 */
public final class Look {
    private static final List<ThemeChoice> ALWAYS = List.of(
            new ThemeChoice.Own(Theme.MIDNIGHT),
            new ThemeChoice.Own(Theme.DAYLIGHT),
            new ThemeChoice.Own(Theme.HIGH_CONTRAST),
            new ThemeChoice.AsSystem());

    private record Dress(Theme theme, Optional<ThemeSheet> sheet) {}

    private final ObjectProperty<ThemeChoice> choice;
    private final ReadOnlyObjectWrapper<Dress> dress;
    private final ReadOnlyObjectProperty<Theme> systemTheme;
    private final Subscription following;
    private final ObservableList<ThemeChoice> choices = FXCollections.observableArrayList(ALWAYS);
    private final ObservableList<ThemeChoice> offered = FXCollections.unmodifiableObservableList(choices);
    private List<ThemeSheet> sheets = List.of();
    private @Nullable String lastBroken;
    private Consumer<String> onBroken = _ -> {};

    /** A look that starts with {@code theme}. */
    public Look(Theme theme) {
        this(new ThemeChoice.Own(theme));
    }

    /** A look that starts as {@code chosen}. */
    public Look(ThemeChoice chosen) {
        this(chosen, SystemLook.themeProperty());
    }

    /** The same with a system that a test sets. */
    Look(ThemeChoice chosen, ReadOnlyObjectProperty<Theme> systemTheme) {
        this.systemTheme = systemTheme;
        choice = new SimpleObjectProperty<>(this, "choice", chosen);
        dress = new ReadOnlyObjectWrapper<>(this, "dress", dress(chosen));
        choice.addListener((_, _, _) -> change());
        following = systemTheme.subscribe((_, _) -> change());
    }

    private void change() {
        dress.set(dress(choice.get()));
    }

    /** What the person wants; never null. */
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** What there is to choose from: always the system's and our own, and the sheets that are in the folder now. */
    public ObservableList<ThemeChoice> choices() {
        return offered;
    }

    /** The theme now, which lies below a person's own style sheet. */
    public Theme theme() {
        return dress.get().theme();
    }

    /** Called with the name of a chosen style sheet that makes no sense, once for each text of it. */
    public void setOnBroken(Consumer<String> action) {
        onBroken = action;
    }

    /**
     * Offers the style sheets in {@code folder}, now and whenever they change.
     *
     * @param door to the JavaFX thread
     * @return ends that
     */
    public Subscription watch(Path folder, Executor door) {
        return new ThemeFolder(folder, now -> door.execute(() -> show(now))).watch();
    }

    /** These are the sheets now. */
    void show(List<ThemeSheet> now) {
        sheets = List.copyOf(now);
        List<ThemeChoice> all = new ArrayList<>(ALWAYS);
        now.forEach(sheet -> all.add(new ThemeChoice.Sheet(sheet.name())));
        if (!choices.equals(all)) {
            choices.setAll(all);
        }
        change();
    }

    private Dress dress(ThemeChoice chosen) {
        return switch (chosen) {
            case ThemeChoice.Own(Theme theme) -> new Dress(theme, Optional.empty());
            case ThemeChoice.AsSystem() -> new Dress(systemTheme.get(), Optional.empty());
            case ThemeChoice.Sheet(String name) -> dress(name);
        };
    }

    /** A sheet that is not there, or no longer, may come back; until then it is night. */
    private Dress dress(String name) {
        Optional<ThemeSheet> sheet =
                sheets.stream().filter(one -> one.name().equals(name)).findFirst();
        if (sheet.isPresent() && !sheet.get().isWhole()) {
            if (!sheet.get().css().equals(lastBroken)) {
                lastBroken = sheet.get().css();
                onBroken.accept(name);
            }
            return new Dress(Theme.MIDNIGHT, Optional.empty());
        }
        return new Dress(sheet.map(ThemeSheet::base).orElse(Theme.MIDNIGHT), sheet);
    }

    /** Styles {@code scene}, now and whenever the theme changes. */
    public void follow(Scene scene) {
        dress.subscribe(now -> style(scene, now));
    }

    /** Styles a dialog, also if the theme changes while it is open. */
    public void style(DialogPane dialog) {
        Scene scene = dialog.getScene();
        Subscription styling = dress.subscribe(now -> style(scene, now));
        scene.windowProperty().flatMap(Window::showingProperty).addListener((_, was, _) -> {
            if (Boolean.TRUE.equals(was)) {
                styling.unsubscribe();
            }
        });
    }

    /** Follows the system no longer; called when the window has closed. */
    public void close() {
        following.unsubscribe();
    }

    private static void style(Scene scene, Dress now) {
        List<String> sheets = new ArrayList<>(now.theme().stylesheets());
        IconFont.stylesheet().ifPresent(sheets::add);
        OpaquePopups.stylesheet().ifPresent(sheets::add);
        now.sheet().map(ThemeSheet::address).ifPresent(sheets::add);
        String base = now.theme().baseStylesheet();
        if (!base.equals(scene.getUserAgentStylesheet())) {
            scene.setUserAgentStylesheet(base);
        }
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
    }
}
