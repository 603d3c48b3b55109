package io.lamplink.common.picture;

import java.awt.image.BufferedImage;

/** A picture of few pixels. Immutable, as long as nobody writes into {@link #argb}. */
public final class SmallPicture {

    private final int width;
    private final int height;
    private final int[] argb;

    private SmallPicture(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /** How many pixels a row has, at least 1. */
    public int width() {
        return width;
    }

    /** How many rows there are, at least 1. */
    public int height() {
        return height;
    }

    /** The pixels row by row from the top, alpha in the highest byte; not to be changed. */
    public int[] argb() {
        return argb;
    }

    /** {@code large} within the given size, with its proportions; never larger than it is. */
    static SmallPicture of(BufferedImage large, int mostWidth, int mostHeight) {
        int fromWidth = large.getWidth();
        int fromHeight = large.getHeight();
        int[] from = large.getRGB(0, 0, fromWidth, fromHeight, null, 0, fromWidth);
        double scale = Math.max(1, Math.max((double) fromWidth / mostWidth, (double) fromHeight / mostHeight));
        int width = Math.max(1, (int) Math.round(fromWidth / scale));
        int height = Math.max(1, (int) Math.round(fromHeight / scale));
        int[] to = new int[width * height];
        for (int y = 0; y < height; y++) {
            int top = y * fromHeight / height;
            int bottom = Math.max(top + 1, (y + 1) * fromHeight / height);
            for (int x = 0; x < width; x++) {
                int left = x * fromWidth / width;
                int right = Math.max(left + 1, (x + 1) * fromWidth / width);
                to[y * width + x] = average(from, fromWidth, left, top, right, bottom);
            }
        }
        return new SmallPicture(width, height, to);
    }

    /** The mean colour of a block; what cannot be seen has no colour. */
    private static int average(int[] from, int width, int left, int top, int right, int bottom) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = from[y * width + x];
                int visible = pixel >>> 24;
                alpha += visible;
                red += (long) visible * (pixel >> 16 & 0xFF);
                green += (long) visible * (pixel >> 8 & 0xFF);
                blue += (long) visible * (pixel & 0xFF);
            }
        }
        if (alpha == 0) {
            return 0;
        }
        int pixels = (right - left) * (bottom - top);
        return (int) (alpha / pixels) << 24
                | (int) (red / alpha) << 16
                | (int) (green / alpha) << 8
                | (int) (blue / alpha);
    }
}
