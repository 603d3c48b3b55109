package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.AnchorPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** At a scale of 200 %, a screen of 1366 x 768 points has room for 683 x 384: less than a window wants. */
@ExtendWith(Fx.class)
final class ScreenRoomTest {
    private static final ScreenRoom LARGE = new ScreenRoom(1280, 800);
    private static final ScreenRoom SMALL = new ScreenRoom(683, 384);

    private final Button corner = new Button("Exit");
    private final AnchorPane content = Fx.get(() -> new AnchorPane(new TextField("first"), corner));

    private Hands open(ScreenRoom room) {
        AnchorPane.setBottomAnchor(corner, 4.0);
        AnchorPane.setRightAnchor(corner, 4.0);
        Stage stage = Fx.get(() -> {
            Stage opened = new Stage();
            WindowFrame frame = new WindowFrame(opened, WindowOptions.forgetful(Samples.studio()));
            frame.show(content, new SimpleObjectProperty<>(Phrase.of("app.client.title")), () -> true, room);
            return opened;
        });
        Fx.settle();
        return new Hands(stage);
    }

    @Test
    void whereThereIsRoomNothingScrolls() {
        Hands hands = open(LARGE);
        assertSame(content, hands.stage().getScene().getRoot());
        assertEquals(1000, hands.stage().getScene().getWidth());
        hands.close();
    }

    @Test
    void onASmallScreenTheWindowFitsAndWhatHasTheKeyboardIsInSight() {
        Hands hands = open(SMALL);
        Scene scene = hands.stage().getScene();
        assertTrue(hands.stage().getMinWidth() <= 683 && hands.stage().getMinHeight() <= 384);
        assertTrue(scene.getWidth() <= 683 && scene.getHeight() <= 384);
        assertTrue(content.getWidth() >= 720 && content.getHeight() >= 500, "nothing is squeezed");
        Fx.run(content.getChildren().getFirst()::requestFocus);
        hands.press(KeyCode.TAB);
        assertTrue(corner.isFocused());
        Bounds place = Fx.get(() -> corner.localToScene(corner.getLayoutBounds()));
        assertTrue(place.getMaxX() <= 683 && place.getMaxY() <= 384, place::toString);
        hands.close();
    }
}
