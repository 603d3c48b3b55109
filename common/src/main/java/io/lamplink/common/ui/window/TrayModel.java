package io.lamplink.common.ui.window;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.tray.TrayChoice;
import io.lamplink.common.tray.TrayFace;
import io.lamplink.common.tray.TrayItem;
import io.lamplink.common.tray.TrayListener;
import io.lamplink.common.tray.TrayPicture;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Whether a window that is closed goes on in the tray, and the sign that stands there for it. There is one only while the person
 * wants it; until then the desktop is asked nothing. Lives on the JavaFX thread.
 */
public final class TrayModel {
    private static final String TOLD = "tray-told";

    private final Hideout hideout;
    private final WindowPorts ports;
    private final Texts texts;
    private final Function<LinkState, List<TrayPicture>> pictures;
    private final BooleanProperty wanted;
    private final ReadOnlyObjectWrapper<Phrase> detail =
            new ReadOnlyObjectWrapper<>(this, "detail", Phrase.of("settings.tray.detail"));
    private @Nullable Sign sign;
    private @Nullable TraySubject subject;
    private @Nullable Place place;

    /** The window itself. */
    interface Place {
        /** Whether it is away from the screen now. */
        boolean isHidden();

        /** Brings it back, or to the front. */
        void show();

        /** Closes it for good, unless the person minds. */
        void exit();
    }

    /**
     * No sign yet.
     *
     * @param pictures how the lamp looks in each state
     */
    TrayModel(Hideout hideout, WindowPorts ports, Texts texts, Function<LinkState, List<TrayPicture>> pictures) {
        this.hideout = hideout;
        this.ports = ports;
        this.texts = texts;
        this.pictures = pictures;
        wanted = Remembered.off(ports.settings(), "tray");
        wanted.subscribe(this::follow);
        texts.languageProperty().subscribe(this::redraw);
    }

    /** What can be switched; nothing on a kind of system that never has a tray. */
    Optional<SettingsViewModel.Switch> setting() {
        return hideout.tray().offered()
                ? Optional.of(new SettingsViewModel.Switch(
                        "traySetting", "settings.tray.switch", detail.getReadOnlyProperty(), wanted))
                : Optional.empty();
    }

    /** From now on the sign, if it is wanted, stands for {@code window} and tells of {@code told}. */
    void standFor(TraySubject told, Place window) {
        subject = told;
        place = window;
        told.title().subscribe(this::redraw);
        told.state().subscribe(this::redraw);
        told.sentence().subscribe(this::redraw);
        told.deed().subscribe(this::redraw);
        told.problem().subscribe(problem -> {
            if (problem != null && window.isHidden()) {
                window.show();
            }
        });
        follow();
    }

    /** Whether a window that closes now goes into the tray. */
    boolean takesIn() {
        return wanted.get() && sign != null && sign.there;
    }

    /** The window has gone into the tray; where that is a person is told once. */
    void tellOnce() {
        if (ports.settings().get(TOLD).isEmpty()) {
            ports.settings().put(TOLD, "true");
            ports.surroundings().show(Phrase.of("app.name"), Phrase.of("notice.tray"));
        }
    }

    /** Takes the sign away. */
    void close() {
        if (sign != null) {
            sign = null;
            hideout.tray().close();
        }
    }

    private void follow() {
        TraySubject told = subject;
        if (!wanted.get() || !hideout.tray().offered()) {
            close();
            detail.set(Phrase.of("settings.tray.detail"));
        } else if (told != null && sign == null) {
            Sign opened = new Sign();
            sign = opened;
            hideout.tray().open(face(told), opened);
        }
    }

    private void redraw() {
        TraySubject told = subject;
        if (told != null && sign != null) {
            hideout.tray().show(face(told));
        }
    }

    private TrayFace face(TraySubject told) {
        return new TrayFace(
                texts.get(told.title().getValue()),
                texts.get(told.sentence().getValue()),
                pictures.apply(told.state().getValue()),
                List.of(
                        new TrayItem(TrayChoice.SHOW, texts.get("tray.item.show")),
                        new TrayItem(
                                TrayChoice.LINK,
                                texts.get(told.deed().getValue().words())),
                        new TrayItem(TrayChoice.EXIT, texts.get("rail.exit.button"))));
    }

    private void choose(TrayChoice choice) {
        TraySubject told = subject;
        Place window = place;
        if (told != null && window != null) {
            switch (choice) {
                case SHOW -> window.show();
                case LINK -> told.deed().getValue().action().run();
                case EXIT -> window.exit();
            }
        }
    }

    /** Nobody may lose the program: a window whose sign nobody sees any more comes back. */
    private void seen(boolean there) {
        detail.set(Phrase.of(there ? "settings.tray.detail" : "settings.tray.none"));
        Place window = place;
        if (!there && window != null && window.isHidden()) {
            window.show();
        }
    }

    /** What is heard of one sign; of an earlier one nothing is heard any more. */
    private final class Sign implements TrayListener {
        private boolean there;

        @Override
        public void there(boolean now) {
            ports.door().execute(() -> {
                if (equals(sign)) {
                    there = now;
                    seen(now);
                }
            });
        }

        @Override
        public void chosen(TrayChoice choice) {
            ports.door().execute(() -> {
                if (equals(sign)) {
                    choose(choice);
                }
            });
        }
    }
}
