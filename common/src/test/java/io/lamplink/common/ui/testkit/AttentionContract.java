package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.SendProblem;
import io.lamplink.common.notice.Notice;
import io.lamplink.common.notice.Notifier;
import io.lamplink.common.notice.Signals;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.window.WindowOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What either window does to be noticed. */
public abstract class AttentionContract<E extends FakeEngine> extends WindowFixture<E> {
    private final List<Notice> notices = new ArrayList<>();
    private final AtomicInteger rings = new AtomicInteger();
    private final String name;

    /** The attention of a program whose title is {@code name} in English. */
    protected AttentionContract(PlayedProgram<E> program, String name) {
        super(program);
        this.name = name;
    }

    private WindowOptions noticed() {
        Notifier notifier = notices::add;
        return options.with(new Signals(notifier, rings::incrementAndGet)).with(new Rectangle2D(0, 0, 1000, 680));
    }

    @BeforeEach
    void openNoticed() {
        reopen(noticed());
        connect();
        lookHere();
    }

    private void lookHere() {
        icon(false);
        focus(hands().stage());
    }

    /** On the headless platform a window keeps the keyboard until another program would have it. */
    private void lookAway() {
        icon(true);
    }

    private void icon(boolean on) {
        Fx.run(() -> hands().stage().setIconified(on));
        Fx.settle();
    }

    private static void focus(Window window) {
        Fx.run(window::requestFocus);
        Fx.until(window::isFocused);
        Fx.settle();
    }

    private String title() {
        return Fx.get(() -> hands().stage().getTitle());
    }

    private void hear(String text) {
        tell(Samples.received(mei, text));
    }

    @Test
    void whileThePersonLooksElsewhereTheTitleCountsAndOneNotificationIsShown() {
        hear("seen");
        assertEquals(name, title());
        lookAway();
        hear("one");
        hear("two");
        assertEquals("(2) " + name, title());
        assertEquals(List.of(new Notice("Mei", "one")), notices);
        assertEquals(0, rings.get());
        lookHere();
        assertEquals(name, title());
    }

    @Test
    void aWindowThatBelongsToThisOneIsNotElsewhere() {
        hands().press(KeyCode.CONTROL, KeyCode.COMMA);
        Stage settings = Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(one -> one instanceof Stage stage && hands().stage().equals(stage.getOwner()))
                .findFirst()
                .orElseThrow());
        focus(settings);
        lookAway();
        hear("one");
        assertEquals(name, title());
        Fx.run(settings::hide);
        hear("two");
        assertEquals("(1) " + name, title());
    }

    @Test
    void theSettingsOfNotificationsStandAsDescribedAndAreRemembered() {
        hands().press(KeyCode.CONTROL, KeyCode.COMMA);
        Stage settings = Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(one -> one instanceof Stage stage && hands().stage().equals(stage.getOwner()))
                .findFirst()
                .orElseThrow());
        Map<String, Boolean> before = Map.of(
                "#undisturbedSetting", false,
                "#noticesSetting", true,
                "#noticeTextSetting", true,
                "#soundSetting", false,
                "#writingSetting", true);
        before.forEach((id, on) -> {
            CheckBox box = new Hands(settings).find(CheckBox.class, id);
            assertEquals(on, Fx.get(box::isSelected), id);
            Fx.run(box::fire);
        });
        Fx.run(settings::hide);
        for (String key : List.of("do-not-disturb", "sound")) {
            assertEquals("true", options.settings().get(key).orElse(""), key);
        }
        for (String key : List.of("notifications", "notification-text", "tell-writing")) {
            assertEquals("false", options.settings().get(key).orElse(""), key);
        }
    }

    @Test
    void theSoundSoundsIfItIsWanted() {
        options.settings().put("sound", "true");
        reopen(noticed());
        connect();
        lookAway();
        hear("one");
        assertEquals(1, rings.get());
    }

    @Test
    void whatTheLogOrACardShowsIsNotRepeated() {
        arrive("a.zip");
        assertFalse(node(".toast").isVisible());
        scrollUp();
        arrive("b.zip");
        assertFalse(node(".toast").isVisible(), "its card is in sight");
    }

    @Test
    void whoReadsEarlierLinesSeesForAMomentWhatHasNoCardInSight() {
        for (int i = 0; i < 12; i++) {
            arrive("earlier-" + i);
        }
        scrollUp();
        tell(new EngineEvent.SendFailed(Path.of("/home/mei/notes.txt"), SendProblem.NOT_READABLE));
        assertTrue(node(".toast").isVisible());
        assertTrue(word("#toastText").contains("notes.txt"), word("#toastText"));
        assertTrue(Fx.get(() -> hands().stage().isFocused()));
        assertEquals(List.of(), notices);
        hands().click(".to-newest");
        Node toast = node(".toast");
        Fx.until(() -> !toast.isVisible());
    }

    private void arrive(String file) {
        TransferSnapshot moving = Samples.incoming(file, 10, 5);
        tell(new EngineEvent.TransferChanged(mei, moving, null));
        tell(new EngineEvent.TransferChanged(mei, Samples.in(State.COMPLETE, moving, true), null));
    }

    /** So many lines that the newest goes out of sight, and away from it. */
    private void scrollUp() {
        for (int i = 0; i < 40; i++) {
            hear("line " + i);
        }
        hands().click(".chat-log");
        hands().press(KeyCode.HOME);
        Node pill = node(".to-newest");
        Fx.until(pill::isVisible);
    }

    @Test
    void theTitleSpeaksTheLanguageOfTheWindow() {
        reopen(noticed().with(Language.CHINESE));
        connect();
        lookAway();
        hear("one");
        assertTrue(title().startsWith("(1) Lamplink "), title());
        assertTrue(title().endsWith("端"), title());
    }
}
