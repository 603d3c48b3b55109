package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.WindowFixture;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PIN is there to be read out, so all of it is in sight. */
final class LongPinTest extends WindowFixture<FakeServerEngine> {
    LongPinTest() {
        super(new PlayedServer());
    }

    @ParameterizedTest
    @CsvSource({"482913, 1000", "482913579, 1000", "48291357904829135790, 1000", "48291357904829135790482913579048, 720"
    })
    void everyDigitIsShown(String digits, int width) {
        engine.pin = new PinSetting(new Pin(digits), true);
        reopen(options.with(new Rectangle2D(0, 0, width, 680)));
        Node button = node("#pinButton");
        List<String> shown = Fx.get(() -> texts((Parent) button));
        assertEquals(digits, String.join("", shown).replaceAll("\\D", ""));
        assertFalse(String.join("", shown).contains("…"));
        double height = Fx.get(() -> button.getLayoutBounds().getHeight());
        double needed = Fx.get(() -> button.prefHeight(button.getLayoutBounds().getWidth()));
        assertEquals(needed, height, 1, "no line is cut off");
        Button copy = (Button) node("#copyPinButton");
        Fx.run(copy::fire);
        assertEquals(digits, Fx.get(() -> Clipboard.getSystemClipboard().getString()));
        assertEquals("Copied", copy.getAccessibleText());
    }

    private static List<String> texts(Parent parent) {
        List<String> texts = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Text text && !text.getStyleClass().contains("ikonli-font-icon")) {
                texts.add(text.getText());
            } else if (child instanceof Parent inner) {
                texts.addAll(texts(inner));
            }
        }
        return texts;
    }
}
