import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a font whose strokes do not overlap from one in which they do. See README.md beside this. */
class MendIcons {
    private static final String FAMILY = "Lamplink Icons";
    private static final int ON = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private record Point(int x, int y, boolean on) {}

    private record Glyph(byte[] bytes, int left, int points, int contours) {}

    public static void main(String[] args) throws Exception {
        byte[] source = Files.readAllBytes(Path.of(args[0]));
        Map<String, byte[]> tables = read(source);
        ByteBuffer head = ByteBuffer.wrap(tables.get("head"));
        int unitsPerEm = head.getShort(18);
        int glyphs = ByteBuffer.wrap(tables.get("maxp")).getShort(4);
        Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(source))
                .deriveFont((float) unitsPerEm);
        FontRenderContext context = new FontRenderContext(null, true, true);

        ByteArrayOutputStream glyf = new ByteArrayOutputStream();
        ByteBuffer loca = ByteBuffer.allocate(4 * (glyphs + 1));
        ByteBuffer hmtx = ByteBuffer.wrap(tables.get("hmtx"));
        int widths = ByteBuffer.wrap(tables.get("hhea")).getShort(34);
        int mostPoints = 0;
        int mostContours = 0;
        for (int number = 0; number < glyphs; number++) {
            Shape outline = font.createGlyphVector(context, new int[] {number}).getOutline();
            Glyph glyph = glyph(contours(new Area(outline)));
            loca.putInt(glyf.size());
            glyf.write(glyph.bytes());
            int bearing = number < widths ? 4 * number + 2 : 4 * widths + 2 * (number - widths);
            hmtx.putShort(bearing, (short) glyph.left());
            mostPoints = Math.max(mostPoints, glyph.points());
            mostContours = Math.max(mostContours, glyph.contours());
        }
        loca.putInt(glyf.size());
        head.putShort(50, (short) 1); // long offsets
        head.putInt(8, 0); // the checksum, which comes last
        ByteBuffer.wrap(tables.get("maxp")).putShort(6, (short) mostPoints).putShort(8, (short) mostContours);
        tables.put("glyf", glyf.toByteArray());
        tables.put("loca", loca.array());
        tables.put("name", names());
        Files.write(Path.of(args[1]), written(tables));
    }

    private static Map<String, byte[]> read(byte[] source) {
        Map<String, byte[]> tables = new TreeMap<>();
        ByteBuffer font = ByteBuffer.wrap(source);
        for (int i = 0; i < font.getShort(4); i++) {
            String tag = new String(source, 12 + 16 * i, 4, StandardCharsets.US_ASCII);
            byte[] table = new byte[font.getInt(12 + 16 * i + 12)];
            font.get(font.getInt(12 + 16 * i + 8), table);
            tables.put(tag, table);
        }
        return tables;
    }

    /** What is drawn of an outline, whichever way it is filled: an area has no overlaps. */
    private static List<List<Point>> contours(Area area) {
        List<List<Point>> contours = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator path = area.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    contours.add(new ArrayList<>());
                    add(contours, at[0], at[1], true);
                }
                case PathIterator.SEG_LINETO -> add(contours, at[0], at[1], true);
                case PathIterator.SEG_QUADTO -> {
                    add(contours, at[0], at[1], false);
                    add(contours, at[2], at[3], true);
                }
                case PathIterator.SEG_CLOSE -> {
                    List<Point> last = contours.getLast();
                    if (last.size() > 1 && last.getFirst().equals(last.getLast())) {
                        last.removeLast();
                    }
                }
                default -> throw new IllegalStateException("The font has curves of the third degree.");
            }
        }
        contours.removeIf(contour -> contour.size() < 3);
        return contours;
    }

    /** The screen's y grows downwards, a font's upwards. */
    private static void add(List<List<Point>> contours, double x, double y, boolean on) {
        Point point = new Point((int) Math.rint(x), (int) Math.rint(-y), on);
        List<Point> contour = contours.getLast();
        if (contour.isEmpty() || !contour.getLast().equals(point)) {
            contour.add(point);
        }
    }

    private static Glyph glyph(List<List<Point>> contours) {
        List<Point> points = contours.stream().flatMap(List::stream).toList();
        if (points.isEmpty()) {
            return new Glyph(new byte[0], 0, 0, 0);
        }
        int left = points.stream().mapToInt(Point::x).min().getAsInt();
        ByteBuffer head = ByteBuffer.allocate(10 + 2 * contours.size() + 2);
        head.putShort((short) contours.size())
                .putShort((short) left)
                .putShort((short) points.stream().mapToInt(Point::y).min().getAsInt())
                .putShort((short) points.stream().mapToInt(Point::x).max().getAsInt())
                .putShort((short) points.stream().mapToInt(Point::y).max().getAsInt());
        int end = -1;
        for (List<Point> contour : contours) {
            end += contour.size();
            head.putShort((short) end);
        }
        ByteArrayOutputStream flags = new ByteArrayOutputStream();
        ByteArrayOutputStream xs = new ByteArrayOutputStream();
        ByteArrayOutputStream ys = new ByteArrayOutputStream();
        Point before = new Point(0, 0, true);
        for (Point point : points) {
            int flag = point.on() ? ON : 0;
            flag |= step(xs, point.x() - before.x(), SHORT_X, SAME_X);
            flag |= step(ys, point.y() - before.y(), SHORT_Y, SAME_Y);
            flags.write(flag);
            before = point;
        }
        ByteArrayOutputStream glyph = new ByteArrayOutputStream();
        glyph.writeBytes(head.array());
        glyph.writeBytes(flags.toByteArray());
        glyph.writeBytes(xs.toByteArray());
        glyph.writeBytes(ys.toByteArray());
        while (glyph.size() % 4 != 0) {
            glyph.write(0);
        }
        return new Glyph(glyph.toByteArray(), left, points.size(), contours.size());
    }

    /** Writes one step from point to point; answers with the flags that say how. */
    private static int step(ByteArrayOutputStream out, int by, int shortFlag, int sameFlag) {
        if (by == 0) {
            return sameFlag;
        }
        if (Math.abs(by) < 256) {
            out.write(Math.abs(by));
            return shortFlag | (by > 0 ? sameFlag : 0);
        }
        out.write(by >> 8);
        out.write(by);
        return 0;
    }

    private static byte[] names() {
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(1, FAMILY);
        names.put(2, "Regular");
        names.put(4, FAMILY);
        names.put(6, FAMILY.replace(" ", ""));
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        ByteBuffer table = ByteBuffer.allocate(6 + 12 * names.size());
        table.putShort((short) 0).putShort((short) names.size()).putShort((short) table.capacity());
        names.forEach((id, name) -> {
            byte[] text = name.getBytes(StandardCharsets.UTF_16BE);
            table.putShort((short) 3).putShort((short) 1).putShort((short) 0x409);
            table.putShort((short) (int) id).putShort((short) text.length).putShort((short) texts.size());
            texts.writeBytes(text);
        });
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(table.array());
        all.writeBytes(texts.toByteArray());
        return all.toByteArray();
    }

    private static byte[] written(Map<String, byte[]> tables) {
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        ByteBuffer directory = ByteBuffer.allocate(12 + 16 * count);
        directory.putInt(0x00010000).putShort((short) count).putShort((short) (16 * power));
        directory.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (count - power)));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int[] headAt = {0};
        tables.forEach((tag, table) -> {
            int at = directory.capacity() + body.size();
            headAt[0] = tag.equals("head") ? at : headAt[0];
            directory.put(tag.getBytes(StandardCharsets.US_ASCII)).putInt(sum(table)).putInt(at).putInt(table.length);
            body.writeBytes(table);
            while (body.size() % 4 != 0) {
                body.write(0);
            }
        });
        ByteBuffer font = ByteBuffer.allocate(directory.capacity() + body.size());
        font.put(directory.array()).put(body.toByteArray());
        font.putInt(headAt[0] + 8, 0xB1B0AFBA - sum(font.array()));
        return font.array();
    }

    private static int sum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xff) << (24 - i % 4 * 8);
        }
        return sum;
    }
}
