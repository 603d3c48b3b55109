package io.lamplink.common.tray.bus;

import io.lamplink.common.tray.TrayPicture;
import java.nio.ByteBuffer;
import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A picture as it travels. For the library of D-Bus alone. */
public final class Pixmap extends Struct {
    /** How many of them are called. */
    static final String MANY = "a(iiay)";

    /** Pixels in a row. */
    @Position(0)
    public final int width;

    /** Rows. */
    @Position(1)
    public final int height;

    /** Four bytes a pixel: opacity, red, green and blue. */
    @Position(2)
    public final byte[] argb;

    /** All of it. */
    public Pixmap(int width, int height, byte[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb.clone();
    }

    /** The same pictures, ready to travel. */
    static List<Pixmap> of(List<TrayPicture> pictures) {
        return pictures.stream().map(Pixmap::of).toList();
    }

    private static Pixmap of(TrayPicture picture) {
        int[] pixels = picture.argb();
        ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Integer.BYTES);
        bytes.asIntBuffer().put(pixels);
        return new Pixmap(picture.size(), picture.size(), bytes.array());
    }
}
