package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Camera;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.theme.Look;
import io.lamplink.common.ui.theme.Theme;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A code is read from its picture, as a camera reads it. */
@ExtendWith(Fx.class)
final class QrCodeTest {

    @ParameterizedTest
    @EnumSource
    void aReaderReadsItInEveryTheme(Theme theme) {
        assertEquals("wss://192.168.1.5:8080", Camera.read(picture("wss://192.168.1.5:8080", theme, 232)));
    }

    @ParameterizedTest
    @CsvSource({
        "wss://[fd00:1234:5678:9abc:def0:1234:5678:9abc]:65535, 232",
        "wss://10.0.0.1:1, 120",
        "wss://studio.local:8080/a/long/path/with/many/parts?and=a&query=too, 301"
    })
    void aReaderReadsLongAndSmallOnes(String text, int side) {
        assertEquals(text, Camera.read(picture(text, Theme.MIDNIGHT, side)));
    }

    @ParameterizedTest
    @EnumSource
    void itHasTheMarginThatReadersNeed(Theme theme) {
        WritableImage picture = picture("wss://192.168.1.5:8080", theme, 232);
        int first = firstDark(picture, 116);
        int size = 232 / (25 + 8);
        assertTrue(first >= 4 * size, () -> "the code begins at " + first + ", with squares of " + size);
        assertEquals(Color.WHITE, picture.getPixelReader().getColor(116, 4));
    }

    @Test
    void anotherTextIsAnotherCode() {
        WritableImage[] pictures = new WritableImage[1];
        Fx.run(() -> {
            QrCode code = new QrCode();
            code.textProperty().set("one");
            show(code, Theme.MIDNIGHT, 232, () -> {
                code.textProperty().set("");
                code.textProperty().set("two");
            });
            pictures[0] = code.snapshot(null, null);
        });
        assertEquals("two", Camera.read(pictures[0]));
    }

    @Test
    void ofATextThatIsTooLongNothingIsDrawn() {
        WritableImage picture = picture("x".repeat(5_000), Theme.MIDNIGHT, 232);
        assertEquals(232, firstDark(picture, 116));
    }

    private static WritableImage picture(String text, Theme theme, int side) {
        return Fx.get(() -> {
            QrCode code = new QrCode();
            code.textProperty().set(text);
            show(code, theme, side, () -> {});
            return code.snapshot(null, null);
        });
    }

    private static void show(QrCode code, Theme theme, int side, Runnable then) {
        code.setStyle("-fx-min-width: %1$d; -fx-max-width: %1$d; -fx-min-height: %1$d; -fx-max-height: %1$d;"
                .formatted(side));
        Scene scene = new Scene(new StackPane(code), 400, 400);
        new Look(theme).follow(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        then.run();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static int firstDark(WritableImage picture, int y) {
        int x = 0;
        while (x < picture.getWidth() && picture.getPixelReader().getColor(x, y).getBrightness() > 0.5) {
            x++;
        }
        return x;
    }
}
