package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.WindowFixture;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What opens below the address is used without a mouse. */
final class ServerMenuKeyboardTest extends WindowFixture<FakeServerEngine> {
    ServerMenuKeyboardTest() {
        super(new PlayedServer());
    }

    @Test
    void thePinIsSwitchedOnByKeyboard() {
        open("#pinButton");
        assertEquals(List.of("ContextMenuContent", "pinSwitch", "ownPinField", "newPinButton"), List.copyOf(stops()));
        while (!"pinSwitch".equals(id())) {
            hands().press(KeyCode.TAB);
        }
        hands().press(KeyCode.SPACE);
        assertTrue(engine.pin.asked());
        hands().press(KeyCode.ESCAPE);
        assertEquals(0, Fx.get(() -> popups().size()));
        assertTrue(node("#pinButton").isFocused());
    }

    @Test
    void theIdentityIsCopiedByKeyboard() {
        open("#identityButton");
        assertEquals(List.of("ContextMenuContent", "CopyButton", "CheckBox"), List.copyOf(stops()));
    }

    private void open(String button) {
        Fx.run(node(button)::requestFocus);
        hands().press(KeyCode.SPACE);
        assertEquals(1, Fx.get(() -> popups().size()));
    }

    /** Where Tab stops, from the first to the last. */
    private Set<String> stops() {
        Set<String> stops = new LinkedHashSet<>();
        for (int i = 0; i < 6; i++) {
            stops.add(id());
            hands().press(KeyCode.TAB);
        }
        return stops;
    }

    private static String id() {
        return Fx.get(() -> {
            Node owner = popups().getFirst().getScene().getFocusOwner();
            return owner == null ? "nothing" : owner.getId() == null ? owner.getTypeSelector() : owner.getId();
        });
    }

    private static List<Window> popups() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && !(window instanceof Tooltip) && window.isShowing())
                .toList();
    }
}
