package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class OwnersMiddleTest {
    private static final Rectangle2D SECOND_SCREEN = new Rectangle2D(1920, 0, 1600, 900);

    @Test
    void aWindowOpensOverTheMiddleOfItsOwner() {
        assertEquals(new Point2D(2120, 150), of(new Rectangle2D(2020, 100, 600, 500), 400, 400));
    }

    @Test
    void allOfItIsOnTheScreen() {
        assertEquals(new Point2D(1920, 0), of(new Rectangle2D(1920, 0, 300, 200), 400, 400));
        assertEquals(new Point2D(3120, 500), of(new Rectangle2D(3400, 800, 300, 200), 400, 400));
    }

    @Test
    void whatIsLargerThanTheScreenBeginsWithIt() {
        assertEquals(new Point2D(1920, 0), of(new Rectangle2D(2020, 100, 600, 500), 1700, 1000));
    }

    private static Point2D of(Rectangle2D owner, double width, double height) {
        return OwnersMiddle.in(owner, width, height, SECOND_SCREEN);
    }
}
