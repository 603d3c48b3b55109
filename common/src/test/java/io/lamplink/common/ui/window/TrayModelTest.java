package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.tray.TrayChoice;
import io.lamplink.common.tray.TrayPicture;
import io.lamplink.common.ui.testkit.FakeSurroundings;
import io.lamplink.common.ui.testkit.FakeTray;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TrayModelTest {
    private final FakeWorld world = new FakeWorld();
    private final FakeTray tray = new FakeTray();
    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final Map<LinkState, List<TrayPicture>> pictures = new EnumMap<>(LinkState.class);
    private final TrayModel model = new TrayModel(
            tray.hideout(),
            world.ports(),
            texts,
            state -> pictures.computeIfAbsent(state, _ -> List.of(new TrayPicture(1, 0))));

    private final ObjectProperty<LinkState> state = new SimpleObjectProperty<>(LinkState.IDLE);
    private final ObjectProperty<Phrase> sentence = new SimpleObjectProperty<>(Phrase.of("status.server.idle"));
    private final ObjectProperty<TraySubject.Deed> deed = new SimpleObjectProperty<>();
    private final ObjectProperty<Phrase> title = new SimpleObjectProperty<>(Phrase.of("app.server.title"));
    private final ObjectProperty<@Nullable Phrase> problem = new SimpleObjectProperty<>();
    private final List<String> did = new ArrayList<>();
    private boolean hidden;

    private void begin() {
        deed.set(new TraySubject.Deed(Phrase.of("listen.button.listen"), () -> did.add("listen")));
        model.standFor(new TraySubject(title, state, sentence, deed, problem), new TrayModel.Place() {
            @Override
            public boolean isHidden() {
                return hidden;
            }

            @Override
            public void show() {
                hidden = false;
                did.add("show");
            }

            @Override
            public void exit() {
                did.add("exit");
            }
        });
    }

    private void want(boolean on) {
        model.setting().orElseThrow().on().set(on);
    }

    private String detail() {
        return model.setting().orElseThrow().detail().getValue().key();
    }

    @Test
    void itIsOffAtFirstAndTheDesktopIsAskedNothing() {
        begin();
        assertFalse(model.setting().orElseThrow().on().get());
        assertFalse(tray.isOpen());
        assertFalse(model.takesIn());
    }

    @Test
    void whatThePersonWantsIsRememberedAndCountsAtTheNextStart() {
        want(true);
        assertEquals(Optional.of("true"), world.settings.get("tray"));
        assertFalse(tray.isOpen(), "nothing is known of the window yet");
        begin();
        assertTrue(tray.isOpen());
        assertTrue(model.takesIn());
        want(false);
        assertFalse(tray.isOpen());
        assertFalse(model.takesIn());
    }

    @Test
    void theSignShowsHowTheLinkStandsInTheLanguageOfTheWindow() {
        begin();
        want(true);
        assertEquals("Lamplink server", tray.faces.getLast().title());
        assertEquals("Not listening", tray.faces.getLast().sentence());
        assertEquals(List.of("Show window", "Listen", "Exit"), tray.menu());
        assertEquals(pictures.get(LinkState.IDLE), tray.faces.getLast().pictures());
        state.set(LinkState.LOST);
        sentence.set(Phrase.of("status.server.lost"));
        assertEquals(pictures.get(LinkState.LOST), tray.faces.getLast().pictures());
        assertEquals("Listening ended by itself", tray.faces.getLast().sentence());
        title.set(Phrase.of("title.unread", 3, Phrase.of("app.server.title")));
        assertEquals("(3) Lamplink server", tray.faces.getLast().title());
        texts.languageProperty().set(Language.CHINESE);
        assertEquals(List.of("显示窗口", "监听", "退出"), tray.menu());
        deed.set(new TraySubject.Deed(Phrase.of("listen.button.stop"), () -> {}));
        assertEquals(List.of("显示窗口", "停止", "退出"), tray.menu());
    }

    @Test
    void whatIsChosenIsDone() {
        begin();
        want(true);
        tray.choose(TrayChoice.LINK);
        tray.choose(TrayChoice.SHOW);
        tray.choose(TrayChoice.EXIT);
        assertEquals(List.of("listen", "show", "exit"), did);
    }

    @Test
    void aDesktopWithoutATrayIsSaidAndTakesNothingIn() {
        tray.present = false;
        begin();
        assertEquals("settings.tray.detail", detail());
        want(true);
        assertEquals("settings.tray.none", detail());
        assertFalse(model.takesIn());
        tray.there(true);
        assertEquals("settings.tray.detail", detail());
        assertTrue(model.takesIn());
    }

    @Test
    void aWindowWhoseSignIsSeenNoMoreComesBack() {
        begin();
        want(true);
        tray.there(false);
        assertEquals(List.of(), did, "it was on the screen");
        tray.there(true);
        hidden = true;
        tray.there(false);
        assertEquals(List.of("show"), did);
    }

    @Test
    void whatWasEnteredWrongIsShown() {
        begin();
        want(true);
        problem.set(Phrase.of("listen.problem.bad-port"));
        assertEquals(List.of(), did);
        problem.set(null);
        hidden = true;
        problem.set(Phrase.of("listen.problem.bad-port"));
        assertEquals(List.of("show"), did);
    }

    @Test
    void aPersonIsToldOnceWhereTheWindowWent() {
        model.tellOnce();
        model.tellOnce();
        assertEquals(
                List.of(new FakeSurroundings.Shown(Phrase.of("app.name"), Phrase.of("notice.tray"))),
                world.surroundings.shown);
    }

    @Test
    void ofASignThatWasTakenAwayNothingIsHeardAnyMore() {
        begin();
        want(true);
        world.shutDoor();
        tray.choose(TrayChoice.EXIT);
        tray.there(false);
        model.close();
        world.openDoor();
        assertEquals(List.of(), did);
    }

    @Test
    void aSystemThatNeverHasATrayOffersNone() {
        tray.offered = false;
        begin();
        assertEquals(Optional.empty(), model.setting());
    }
}
