package io.lamplink.common.ui.window;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.tray.TrayPicture;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** The program's own picture with the lamp in the colour of a state, small. Made when first asked for; on the JavaFX thread. */
final class LampPictures {
    private static final int LARGEST = 64;

    /** How bright the picture's own lamp is, of 255: what is as bright gets the full colour. */
    private static final int LIT = 0xcc;

    private final Map<LinkState, List<TrayPicture>> made = new EnumMap<>(LinkState.class);

    List<TrayPicture> of(LinkState state) {
        return made.computeIfAbsent(state, LampPictures::make);
    }

    private static List<TrayPicture> make(LinkState state) {
        return AppIcon.images().stream()
                .filter(image -> image.getWidth() <= LARGEST)
                .map(image -> coloured(image, colour(state)))
                .toList();
    }

    /** As the lamp of the window at midnight, the colours of which suit the dark ground of the picture. */
    private static int colour(LinkState state) {
        return switch (state) {
            case IDLE -> 0x7089a3;
            case WAITING, RECONNECTING -> 0xf1c40f;
            case CONNECTED -> 0x2ecc71;
            case LOST -> 0xec5f50;
        };
    }

    private static TrayPicture coloured(Image image, int colour) {
        int size = (int) image.getWidth();
        int[] pixels = new int[size * size];
        image.getPixelReader().getPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), pixels, 0, size);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = coloured(pixels[i], colour);
        }
        return new TrayPicture(size, pixels);
    }

    /** What is green in the picture belongs to the lamp: the greener, the more. */
    private static int coloured(int pixel, int colour) {
        int red = (pixel >> 16) & 0xff;
        int green = (pixel >> 8) & 0xff;
        int blue = pixel & 0xff;
        int grey = Math.max(red, blue);
        double share = green <= grey ? 0 : Math.min(1, 3.0 * (green - grey) / green);
        double light = (double) green / LIT;
        return (pixel & 0xff000000)
                | (mixed(red, ((colour >> 16) & 0xff) * light, share) << 16)
                | (mixed(green, ((colour >> 8) & 0xff) * light, share) << 8)
                | mixed(blue, (colour & 0xff) * light, share);
    }

    private static int mixed(int own, double other, double share) {
        return (int) Math.clamp(own + (other - own) * share, 0, 255);
    }
}
