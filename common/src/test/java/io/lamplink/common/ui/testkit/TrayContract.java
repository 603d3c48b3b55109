package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.notice.Bell;
import io.lamplink.common.notice.Notice;
import io.lamplink.common.notice.Notifier;
import io.lamplink.common.notice.Signals;
import io.lamplink.common.tray.TrayChoice;
import io.lamplink.common.ui.control.ChatLog;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.CheckBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What either window does to go on in the tray. */
public abstract class TrayContract<E extends FakeEngine> extends WindowFixture<E> {
    private final FakeTray tray = new FakeTray();
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> atRest;
    private final List<String> connected;

    /**
     * The sign of a program.
     *
     * @param atRest what its menu says at first
     * @param connected what it says with a link
     */
    protected TrayContract(PlayedProgram<E> program, List<String> atRest, List<String> connected) {
        super(program);
        this.atRest = atRest;
        this.connected = connected;
    }

    private WindowOptions kept() {
        Notifier notifier = notices::add;
        return options.with(tray.hideout())
                .with(new Signals(notifier, Bell.none()))
                .with(new Rectangle2D(0, 0, 1000, 680));
    }

    @BeforeEach
    void openKept() {
        reopen(kept());
    }

    private Hands settings() {
        hands().press(KeyCode.CONTROL, KeyCode.COMMA);
        return new Hands(Fx.get(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Stage one && hands().stage().equals(one.getOwner()))
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow()));
    }

    /** Switched on by its own control. */
    private void keep() {
        Hands settings = settings();
        CheckBox box = settings.find(CheckBox.class, "#traySetting");
        assertFalse(box.isSelected());
        Fx.run(box::fire);
        Fx.settle();
        settings.close();
    }

    private void choose(TrayChoice choice) {
        tray.choose(choice);
        Fx.settle();
    }

    @Test
    void aWindowThatIsClosedGoesIntoTheTrayAndComesBackAsItWas() {
        keep();
        connect();
        tell(new EngineEvent.TransferChanged(mei, Samples.outgoing("a.bin", 100, 10), null));
        assertEquals(connected, tray.menu());
        Stage stage = hands().stage();
        double width = Fx.get(stage::getWidth);
        hands().requestClose();
        assertFalse(hands().isOpen());
        assertEquals(List.of(), hands().findAll("#chatLog"), "a hidden window is empty");
        assertEquals(List.of(true), tray.life);
        assertEquals(1, notices.size(), "the person is told where it went");
        try (CssWarnings warnings = new CssWarnings()) {
            tell(Samples.received(mei, "Are you there?"));
            tell(new EngineEvent.PeerJoined(Samples.peer("Ann", "192.168.1.22")));
            tell(new EngineEvent.TransferChanged(mei, Samples.incoming("late.txt", 12_345, 0), null));
            assertEquals(2, notices.size(), "nobody looks at a window in the tray");
            choose(TrayChoice.SHOW);
            assertEquals(List.of(), warnings.heard());
        }
        assertTrue(hands().isOpen());
        assertEquals(List.of(true, false), tray.life);
        assertEquals(width, Fx.get(stage::getWidth));
        ChatLog log = hands().find(ChatLog.class, "#chatLog");
        assertTrue(Fx.get(log::lines).stream().anyMatch(line -> line.endsWith("Are you there?")));
        assertFalse(hands().findAll("#chatLog .selectable-text").isEmpty(), "what came meanwhile is drawn");
        assertEquals(1, hands().findAll("#transferList").size());
        hands().requestClose();
        choose(TrayChoice.SHOW);
        assertEquals(2, notices.size(), "it is told once");
    }

    @Test
    void theNewestOfWhatCameMeanwhileIsInSight() {
        keep();
        connect();
        hands().requestClose();
        for (int i = 1; i <= 40; i++) {
            tell(Samples.received(mei, "Line " + i));
        }
        choose(TrayChoice.SHOW);
        ListView<?> lines = hands().find(ListView.class, "#chatLog .entries");
        VirtualFlow<?> flow = hands().find(VirtualFlow.class, "#chatLog .virtual-flow");
        IndexedCell<?> last = Fx.get(flow::getLastVisibleCell);
        assertEquals(lines.getItems().size() - 1, last.getIndex());
        assertEquals(flow.getHeight(), last.getLayoutY() + last.getHeight(), 1);
    }

    @Test
    void itComesBackWhereItWas() {
        reopen(options.with(tray.hideout()));
        keep();
        Stage stage = hands().stage();
        Fx.run(() -> stage.setWidth(800)); // Would be in the middle elsewhere now.
        Fx.settle();
        double x = Fx.get(stage::getX);
        double y = Fx.get(stage::getY);
        hands().requestClose();
        choose(TrayChoice.SHOW);
        assertEquals(x, Fx.get(stage::getX));
        assertEquals(y, Fx.get(stage::getY));
    }

    @Test
    void exitAndItsKeysEndTheProgramAllTheSame() {
        keep();
        hands().click("#exitButton");
        assertFalse(hands().isOpen());
        assertFalse(tray.isOpen());
        reopen(kept());
        assertTrue(tray.isOpen(), "what was chosen is remembered");
        assertEquals(atRest, tray.menu());
        hands().press(KeyCode.CONTROL, KeyCode.Q);
        assertFalse(hands().isOpen());
        assertFalse(tray.isOpen());
        assertEquals(List.of(), tray.life);
    }

    @Test
    void theSignEndsTheProgramAndAsksInSightWhereThereIsMoreToLose() {
        keep();
        connect();
        tell(new EngineEvent.TransferChanged(mei, Samples.outgoing("a.bin", 100, 10), null));
        hands().requestClose();
        dialogs.yes = false;
        choose(TrayChoice.EXIT);
        assertEquals(1, dialogs.questions.size());
        assertTrue(hands().isOpen(), "a question belongs to a window");
        assertTrue(tray.isOpen());
        hands().requestClose();
        tell(new EngineEvent.TransferChanged(mei, Samples.outgoing("a.bin", 100, 100), null));
        dialogs.yes = true;
        choose(TrayChoice.EXIT);
        assertFalse(hands().isOpen());
        assertFalse(tray.isOpen());
    }

    @Test
    void aHiddenWindowEndsWithoutComingBack() {
        keep();
        hands().requestClose();
        choose(TrayChoice.EXIT);
        assertFalse(hands().isOpen());
        assertFalse(tray.isOpen());
        assertEquals(List.of(true, false), tray.life, "JavaFX ends with it");
        assertEquals(List.of(), dialogs.questions);
    }

    @Test
    void whereThereIsNoTrayAWindowThatIsClosedIsClosed() {
        tray.present = false;
        keep();
        Labeled detail = (Labeled)
                settings().find(CheckBox.class, "#traySetting").getParent().lookup(".detail");
        assertEquals("This desktop has no tray, so closing the window ends the program.", detail.getText());
        hands().requestClose();
        assertFalse(hands().isOpen());
        assertFalse(tray.isOpen());
        assertEquals(List.of(), tray.life);
        assertEquals(List.of(), notices);
    }

    @Test
    void aTrayThatGoesGivesTheWindowBack() {
        keep();
        hands().requestClose();
        tray.there(false);
        Fx.settle();
        assertTrue(hands().isOpen());
    }

    @Test
    void theLinkBeginsFromTheTrayAndWhatIsWrongIsShown() {
        keep();
        TextField port = hands().find(TextField.class, "#portField");
        TextField address = hands().find(TextField.class, "#addressField");
        Fx.run(() -> address.setText("192.168.1.5"));
        Fx.run(() -> port.setText("99999"));
        hands().requestClose();
        choose(TrayChoice.LINK);
        assertTrue(hands().isOpen());
        assertEquals(List.of(), engine.asked);
        Fx.run(() -> port.setText("8080"));
        hands().requestClose();
        choose(TrayChoice.LINK);
        assertEquals(1, engine.asked.size());
        assertFalse(hands().isOpen());
        choose(TrayChoice.SHOW);
    }
}
