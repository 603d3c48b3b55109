package io.lamplink.common.tray;

/** A square picture of a few pixels. Immutable; equal to itself alone. */
public final class TrayPicture {
    private final int size;
    private final int[] pixels;

    /**
     * A picture.
     *
     * @param size its width and height, in pixels
     * @param argb its pixels row by row: opacity, red, green and blue of 8 bits each, from the highest bits down, and not
     *     multiplied by the opacity
     */
    public TrayPicture(int size, int... argb) {
        if (argb.length != size * size) {
            throw new IllegalArgumentException(argb.length + " pixels are no square of " + size + ".");
        }
        this.size = size;
        this.pixels = argb.clone();
    }

    /** Its width and height, in pixels. */
    public int size() {
        return size;
    }

    /** Its pixels row by row, as the constructor takes them. */
    public int[] argb() {
        return pixels.clone();
    }
}
