package io.lamplink.common.ui.emoji;

/**
 * Makes pictures smaller by averaging all that falls on a pixel. JavaFX looks at four pixels only, so that thin lines of a
 * picture that becomes a third of its size would break.
 */
final class Shrinking {

    private Shrinking() {}

    /**
     * {@code pixels}, premultiplied, of a square picture made smaller.
     *
     * @param from its size in both directions
     * @param to the size that it shall have, at most {@code from}
     */
    static int[] shrink(int[] pixels, int from, int to) {
        if (from == to) {
            return pixels.clone();
        }
        float[][] weights = weights(from, to);
        float[] lines = new float[4 * from * to];
        for (int y = 0; y < from; y++) {
            for (int x = 0; x < to; x++) {
                addRow(pixels, y * from, weights[x], lines, 4 * (y * to + x));
            }
        }
        int[] small = new int[to * to];
        for (int y = 0; y < to; y++) {
            for (int x = 0; x < to; x++) {
                small[y * to + x] = column(lines, x, to, weights[y]);
            }
        }
        return small;
    }

    /** For each of {@code to} pixels, how much of it each of {@code from} pixels covers; the sum is 1. */
    private static float[][] weights(int from, int to) {
        float[][] weights = new float[to][from];
        double step = (double) from / to;
        for (int i = 0; i < to; i++) {
            for (int j = 0; j < from; j++) {
                double covered = Math.min((i + 1) * step, j + 1) - Math.max(i * step, j);
                weights[i][j] = (float) (Math.max(0, covered) / step);
            }
        }
        return weights;
    }

    private static void addRow(int[] pixels, int row, float[] weights, float[] sums, int at) {
        for (int i = 0; i < weights.length; i++) {
            float weight = weights[i];
            if (weight > 0) {
                int pixel = pixels[row + i];
                for (int channel = 0; channel < 4; channel++) {
                    sums[at + channel] += weight * (pixel >>> (8 * channel) & 0xFF);
                }
            }
        }
    }

    private static int column(float[] lines, int x, int width, float[] weights) {
        int pixel = 0;
        for (int channel = 0; channel < 4; channel++) {
            float sum = 0;
            for (int y = 0; y < weights.length; y++) {
                sum += weights[y] == 0 ? 0 : weights[y] * lines[4 * (y * width + x) + channel];
            }
            pixel |= Math.clamp(Math.round(sum), 0, 255) << (8 * channel);
        }
        return pixel;
    }
}
