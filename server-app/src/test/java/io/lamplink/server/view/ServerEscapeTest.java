package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.control.RecipientBar;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.WindowFixture;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While one client is chosen, Escape ends what has opened last, and only then the choice. */
final class ServerEscapeTest extends WindowFixture<FakeServerEngine> {
    ServerEscapeTest() {
        super(new PlayedServer());
    }

    @BeforeEach
    void chooseMei() {
        connect();
        hands().click(".client-cell");
        assertTrue(chosen());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#emojiButton",
                "#roomButton",
                "#historyButton",
                "#themeButton",
                "#languageButton",
                "#identityButton",
                "#pinButton"
            })
    void anOpenPopupIsClosedFirst(String button) {
        hands().click(button);
        assertEquals(1, popups(), button);
        hands().press(KeyCode.ESCAPE);
        assertEquals(0, popups(), button);
        assertTrue(chosen(), "The choice ended with the popup.");
        hands().click("#messageField");
        hands().press(KeyCode.ESCAPE);
        assertFalse(chosen());
    }

    @Test
    void theCompletionOfAnEmojiIsClosedFirst() {
        hands().click("#messageField");
        hands().type(":smil");
        assertEquals(1, popups());
        hands().press(KeyCode.ESCAPE);
        assertEquals(0, popups());
        assertTrue(chosen());
        hands().press(KeyCode.ESCAPE);
        assertFalse(chosen());
    }

    @Test
    void theSearchIsClosedFirst() {
        hands().press(KeyCode.CONTROL, KeyCode.F);
        Node field = node("#searchField");
        assertTrue(field.isFocused());
        hands().press(KeyCode.ESCAPE);
        assertFalse(field.getParent().isVisible());
        assertTrue(chosen());
        hands().press(KeyCode.ESCAPE);
        assertFalse(chosen());
    }

    @Test
    void aControlThatWantsTheKeyGetsItFirst() {
        Node field = node("#messageField");
        EventHandler<KeyEvent> taking = KeyEvent::consume;
        Fx.run(() -> field.addEventHandler(KeyEvent.KEY_PRESSED, taking));
        hands().click("#messageField");
        hands().press(KeyCode.ESCAPE);
        assertTrue(chosen());
        Fx.run(() -> field.removeEventHandler(KeyEvent.KEY_PRESSED, taking));
        hands().press(KeyCode.ESCAPE);
        assertFalse(chosen());
    }

    @ParameterizedTest
    @ValueSource(strings = {".entries", ".clients", "#exitButton", "#addressField", "#everyoneButton"})
    void theChoiceEndsWhereverTheFocusIs(String control) {
        Fx.run(node(control)::requestFocus);
        hands().press(KeyCode.ESCAPE);
        assertFalse(chosen(), control);
    }

    private boolean chosen() {
        return hands().find(RecipientBar.class, "#recipientBar").isVisible();
    }

    private static long popups() {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && !(window instanceof Tooltip) && window.isShowing())
                .count());
    }
}
