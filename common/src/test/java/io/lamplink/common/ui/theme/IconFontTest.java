package io.lamplink.common.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.InputStream;
import java.util.Objects;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons' own font against the one of the package. */
@ExtendWith(Fx.class)
final class IconFontTest {
    private static final float SIZE = 96;
    private static final Font OWN = read("/io/lamplink/common/icons/icons.ttf");
    private static final Font PACKAGED = read("/META-INF/resources/feather/4.28/fonts/feather.ttf");

    private static Font read(String file) {
        try (InputStream font = Objects.requireNonNull(IconFontTest.class.getResourceAsStream(file), file)) {
            return Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(SIZE);
        } catch (Exception e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static GlyphVector glyph(Font font, Feather icon) {
        return font.createGlyphVector(new FontRenderContext(null, true, true), Character.toString(icon.getCode()));
    }

    /** How much of a square is drawn of an icon if its outline is filled by that rule, from 0 to 1. */
    private static double drawn(Font font, Feather icon, int rule) {
        Path2D outline = new Path2D.Double(rule);
        outline.append(glyph(font, icon).getOutline(0, SIZE), false);
        BufferedImage picture = new BufferedImage((int) SIZE, (int) SIZE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.fill(outline);
        pen.dispose();
        byte[] points = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        long sum = 0;
        for (byte point : points) {
            sum += point & 0xff;
        }
        return sum / (255.0 * points.length);
    }

    /** Whichever way it is filled, each icon is what the package's is where overlaps count as one. */
    @Test
    void eachIconIsThePackagesWithoutOverlaps() {
        for (Feather icon : Feather.values()) {
            double wanted = drawn(PACKAGED, icon, Path2D.WIND_NON_ZERO);
            assertTrue(wanted > 0, icon::name);
            assertEquals(wanted, drawn(OWN, icon, Path2D.WIND_EVEN_ODD), 0.002, icon::name);
            assertEquals(wanted, drawn(OWN, icon, Path2D.WIND_NON_ZERO), 0.002, icon::name);
            assertEquals(
                    glyph(PACKAGED, icon).getGlyphMetrics(0).getAdvance(),
                    glyph(OWN, icon).getGlyphMetrics(0).getAdvance(),
                    icon::name);
        }
    }

    @Test
    void withoutAGraphicsCardIconsAreDrawnByIt() {
        FontIcon icon = Fx.get(() -> new FontIcon(Feather.TRASH_2));
        Hands hands = Hands.show(Fx.get(() -> new StackPane(icon)), 100, 100);
        try {
            assertEquals("Lamplink Icons", icon.getFont().getFamily());
            assertTrue(icon.getFont().getSize() > 15);
        } finally {
            hands.close();
        }
    }
}
