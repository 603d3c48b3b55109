package io.lamplink.tour;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Many pictures made small, side by side on one, each with its name below. */
final class ContactSheet {
    private static final int COLUMNS = 5;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 330;
    private static final int CAPTION = 22;
    private static final int GAP = 12;

    private record Entry(String name, BufferedImage picture) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(String name, BufferedImage picture) {
        entries.add(new Entry(name, small(picture)));
    }

    private static BufferedImage small(BufferedImage picture) {
        double scale =
                Math.min(1, Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight()));
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return small;
    }

    /** The sheet as it is now. */
    BufferedImage draw() {
        int rows = Math.ceilDiv(entries.size(), COLUMNS);
        BufferedImage sheet = new BufferedImage(
                GAP + COLUMNS * (WIDTH + GAP), GAP + rows * (HEIGHT + CAPTION + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        for (int i = 0; i < entries.size(); i++) {
            int x = GAP + i % COLUMNS * (WIDTH + GAP);
            int y = GAP + i / COLUMNS * (HEIGHT + CAPTION + GAP);
            pen.drawImage(entries.get(i).picture(), x, y, null);
            pen.drawString(entries.get(i).name(), x, y + HEIGHT + CAPTION - 6);
        }
        pen.dispose();
        return sheet;
    }
}
