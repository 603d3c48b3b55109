package io.lamplink.common.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
final class ColourEmojiTest {

    private Label label;
    private Label plain;
    private Hands hands;

    @BeforeEach
    void show() {
        label = Fx.get(() -> ColourEmoji.in(new Label()));
        plain = Fx.get(() -> new Label("plain"));
        hands = Hands.show(Fx.get(() -> new VBox(label, plain)), 200, 100);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void aNameShowsItsEmojiAndKeepsItsText() {
        write("Mei 👩‍💻🇨🇳 (1)");
        assertEquals("Mei |👩‍💻|🇨🇳| (1)", drawn());
        assertEquals("Mei 👩‍💻🇨🇳 (1)", label.getText());
        assertEquals(plain.getHeight(), label.getHeight(), 1, "a row doesn't jump where a name has an emoji");
        write("Mei");
        assertNull(label.getGraphic());
        assertEquals("Mei", label.getText());
        write("😀");
        assertEquals("😀", drawn());
    }

    @Test
    void itLooksAsItsLabelDoes() {
        Fx.run(() -> label.setStyle("-fx-text-fill: red; -fx-font-size: 20px"));
        write("a😀");
        Text words = (Text) flow().getChildren().getFirst();
        assertEquals(Color.RED, words.getFill());
        assertEquals(20, words.getFont().getSize());
        Fx.run(() -> label.setStyle("-fx-text-fill: blue; -fx-font-size: 12px"));
        Fx.settle();
        words = (Text) flow().getChildren().getFirst();
        assertEquals(Color.BLUE, words.getFill());
        assertEquals(12, words.getFont().getSize());
    }

    @Test
    void whatHasNoRoomIsCutWhereItsLabelCuts() {
        write("😀 a name that is much too long for its place 😀");
        assertTrue(drawn().startsWith("😀| a name") && drawn().endsWith("..."), this::drawn);
        assertFits();
        Fx.run(() -> label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS));
        write("🎉 holiday pictures of the summer, all of them 🏖️.zip");
        assertTrue(drawn().startsWith("🎉| hol") && drawn().endsWith("|🏖️|.zip"), this::drawn);
        assertFits();
        write("short 🏖️.zip");
        assertEquals("short |🏖️|.zip", drawn());
    }

    private void assertFits() {
        assertTrue(
                Fx.get(() -> flow().getBoundsInParent().getMaxX()) <= 200.5,
                () -> flow().getBoundsInParent().toString());
    }

    @Test
    void whatWrapsIsAsHighAsItsLines() {
        Fx.run(() -> label.setWrapText(true));
        write("👋 one two three four five six seven eight nine ten eleven twelve");
        double before = plain.getHeight();
        assertTrue(label.getHeight() > 2 * before, () -> label.getHeight() + " for lines of " + before);
        assertTrue(drawn().endsWith("twelve"), this::drawn);
    }

    @Test
    void tooltipsAndMenusShowThemToo() {
        Tooltip tooltip = Fx.get(() -> ColourEmoji.in(new Tooltip("Mei 😀")));
        assertTrue(Fx.get(tooltip::getGraphic) instanceof EmojiText);
        ContextMenu menu =
                Fx.get(() -> ColourEmoji.in(new ContextMenu(new MenuItem("Write to 😀"), new MenuItem("x"))));
        Fx.run(() -> menu.show(label, 10, 10));
        Fx.settle();
        assertEquals(
                1,
                Fx.get(() -> menu.getSkin().getNode().lookupAll(".emoji-view").size()));
        Fx.run(menu::hide);
    }

    @Test
    void letterByLetterIsCutAndNoEmojiIsTorn() {
        String text = "a👩‍💻b👩‍💻c👩‍💻d";
        assertEquals("a👩‍💻…", cut(text, OverrunStyle.ELLIPSIS, 7));
        assertEquals("a…", cut(text, OverrunStyle.ELLIPSIS, 6));
        assertEquals("a👩‍💻…d", cut(text, OverrunStyle.CENTER_ELLIPSIS, 8));
        assertEquals("…👩‍💻d", cut(text, OverrunStyle.LEADING_ELLIPSIS, 7));
        assertEquals("…", cut(text, OverrunStyle.ELLIPSIS, 0));
    }

    private static String cut(String text, OverrunStyle style, int room) {
        return Ellipsis.cut(text, "…", style, shorter -> shorter.length() <= room);
    }

    private void write(String text) {
        Fx.run(() -> label.setText(text));
        Fx.settle();
    }

    private TextFlow flow() {
        return (TextFlow)
                ((EmojiText) label.getGraphic()).getChildrenUnmodifiable().getFirst();
    }

    private String drawn() {
        return Fx.get(() -> List.copyOf(flow().getChildren())).stream()
                .map(ColourEmojiTest::piece)
                .collect(Collectors.joining("|"));
    }

    private static String piece(Node node) {
        return node instanceof EmojiView view ? view.emoji().sequence() : ((Text) node).getText();
    }
}
