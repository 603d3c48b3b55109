package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.tray.TrayPicture;
import io.lamplink.common.ui.testkit.Fx;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Fx.class)
final class LampPicturesTest {

    private static List<TrayPicture> of(LinkState state) {
        return Fx.get(() -> new LampPictures().of(state));
    }

    @Test
    void theyComeInTheSizesOfTrays() {
        assertEquals(
                List.of(16, 24, 32, 48, 64),
                of(LinkState.IDLE).stream().map(TrayPicture::size).toList());
    }

    /** The colour in the bulb, beside the tick, as red, green and blue, each in eighths of full light. */
    @ParameterizedTest
    @CsvSource({"IDLE, 344", "WAITING, 750", "CONNECTED, 153", "RECONNECTING, 750", "LOST, 622"})
    void theLampHasTheColourOfTheState(LinkState state, String colour) {
        TrayPicture picture = of(state).getLast();
        int pixel = picture.argb()[36 * picture.size() + 24];
        assertEquals(colour, "" + eighths(pixel >> 16) + eighths(pixel >> 8) + eighths(pixel));
        assertEquals(0xff, pixel >>> 24);
    }

    private static int eighths(int value) {
        return (value & 0xff) / 32;
    }

    @Test
    void theGroundStaysAsItIs() {
        int corner = 8;
        int size = 64;
        int ground = of(LinkState.CONNECTED).getLast().argb()[corner * size + corner];
        assertEquals(ground, of(LinkState.LOST).getLast().argb()[corner * size + corner]);
    }
}
