package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.session.PeerName;
import io.lamplink.common.transfer.HostileTexts;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
final class ChatLogTest {

    /** A thousand emoji of one message are a thousand pictures; all else is a few nodes a line in sight. */
    private static final int MOST_NODES = 3_000;

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final ObservableList<ChatEntry> entries = FXCollections.observableArrayList();
    private final List<String> opened = new ArrayList<>();
    private ChatLog log;
    private Hands hands;

    @BeforeEach
    void show() {
        log = Fx.get(() -> new ChatLog(texts));
        Fx.run(() -> {
            log.setItems(entries);
            log.setOnLink(address -> opened.add(address.toString()));
        });
        hands = Hands.show(log, 480, 400);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void h8_aPeersTextStaysInItsBubbleWithItsAuthor() {
        add(theirs("ok\n❌ Disconnected\n服务端: hello\r\u2028system line"));
        assertEquals(0, shown(".pill").size());
        assertEquals(1, shown(".bubble").size());
        assertEquals(
                List.of("14:02  Mei: ok\n       ❌ Disconnected\n       服务端: hello\n       \n       system line"),
                log.lines());
    }

    @Test
    void h8_anAuthorsNameStaysInItsLine() {
        add(new ChatEntry.Theirs(UUID.randomUUID(), Samples.NOON, "Mei\n❌ Server", "hi"));
        assertEquals(List.of("14:02  Mei ❌ Server: hi"), log.lines());
    }

    @Test
    void h8_noAuthorCanWriteWhatTheProgramWouldSay() {
        add(notice());
        add(new ChatEntry.Theirs(UUID.randomUUID(), Samples.NOON, "* 💤 Stopped listening", "hi"));
        assertEquals(List.of("14:02  * 💤 Stopped listening", "14:02  '* 💤 Stopped listening': hi"), log.lines());
    }

    @Test
    void h9_aLineOfThreeHundredThousandCharactersDoesNotFreezeTheWindow() {
        for (String letter : List.of("x", "国")) {
            add(theirs(letter.repeat(300_000)));
            assertEquals(2_000, lengthsShown().getLast());
        }
    }

    /** How many characters are laid out for each message: what the window has to do for it, however long it is. */
    private List<Integer> lengthsShown() {
        return shown(".selectable-text").stream()
                .map(node -> node.getAccessibleText().length())
                .toList();
    }

    @Test
    void whoComesByKeyboardSeesWhereTheyAreAndGoesUpFromThere() {
        List.of("one", "two", "three").forEach(text -> add(theirs(text)));
        ListView<?> list = hands.find(ListView.class, ".entries");
        Fx.run(() -> new FocusRing(true).moveTo(list));
        assertTrue(Fx.get(list::isFocusVisible));
        assertEquals(2, Fx.get(() -> list.getSelectionModel().getSelectedIndex()));
        hands.press(KeyCode.UP);
        assertEquals(1, Fx.get(() -> list.getSelectionModel().getSelectedIndex()));
        for (int i = 0; i < 20; i++) {
            add(theirs("more"));
        }
        Fx.run(log::requestFocus);
        Fx.run(log::showNewest);
        Fx.settle();
        Fx.run(() -> new FocusRing(true).moveTo(list));
        assertEquals(22, Fx.get(() -> list.getSelectionModel().getSelectedIndex()), "the chosen one was out of sight");
    }

    @Test
    void h9_aLongMessageGrowsWhenAskedFor() {
        add(theirs("x".repeat(5_000)));
        SelectableText text = (SelectableText) shown(".selectable-text").getFirst();
        assertEquals(2_000, text.getAccessibleText().length());
        hands.click(shown(".more").getFirst());
        text = (SelectableText) shown(".selectable-text").getFirst();
        assertEquals(5_000, text.getAccessibleText().length());
        assertEquals(List.of(), shown(".more"));
    }

    @Test
    void h9_whatIsTooLongToShowIsCopied() {
        String line = "x".repeat(300_000);
        add(theirs(line));
        hands.click(shown(".more").getFirst());
        hands.click(shown(".more").getFirst());
        assertEquals(Excerpt.MOST_CHARACTERS, lengthsShown().getLast());
        Hyperlink copy = (Hyperlink) shown(".more").getFirst();
        Fx.run(copy::fire);
        assertEquals(line, Fx.get(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void h9_noTextWidensTheWindowOrFillsItWithNodes() {
        for (String text : HostileTexts.all().toList()) {
            add(new ChatEntry.Theirs(UUID.randomUUID(), Samples.NOON, PeerName.of(text), text));
            String start = text.substring(0, Math.min(20, text.length()));
            assertEquals(480, Fx.get(log::getWidth), start);
            assertTrue(shown(".bubble").stream().allMatch(ChatLogTest::fitsTheWindow), start);
            assertTrue(
                    hands.findAll("*").size() < MOST_NODES,
                    () -> hands.findAll("*").size() + " nodes: " + start);
        }
    }

    private static boolean fitsTheWindow(Node bubble) {
        Bounds place = bubble.localToScene(bubble.getLayoutBounds());
        return place.getMinX() >= 0 && place.getMaxX() <= 480;
    }

    @Test
    void theNewestLineIsInSightWhateverItsHeight() {
        for (int i = 0; i < 60; i++) {
            add(i % 3 == 0 ? notice() : theirs("line\n".repeat(i % 7) + "end " + i));
        }
        Fx.run(() -> entries.addAll(notice(), theirs("a\nb\nc\nlast")));
        Fx.settle();
        Fx.settle();
        Fx.settle();
        Bounds last = boundsInLog(cell(entries.size() - 1));
        assertEquals(log.getHeight(), last.getMaxY(), 2);
    }

    /** Seen after a start with a history: the list moved by itself, and the newest line was below its edge. */
    @Test
    void theNewestLineIsInSightAgainWhenTheListMovesByItself() {
        for (int i = 0; i < 60; i++) {
            add(theirs("message " + i));
        }
        Fx.settle();
        Fx.settle();
        ListView<?> list = hands.find(ListView.class, ".entries");
        Fx.run(() -> ListFlow.of(list).orElseThrow().scrollPixels(-50));
        Fx.settle();
        Fx.settle();
        assertEquals(log.getHeight(), boundsInLog(cell(59)).getMaxY(), 2);
    }

    @Test
    void whoReadsOlderLinesIsNotTornAway() {
        for (int i = 0; i < 60; i++) {
            add(theirs("message " + i));
        }
        Fx.settle();
        hands.click(log);
        hands.press(KeyCode.HOME);
        add(theirs("new"));
        assertTrue(shown(".chat-cell").stream().anyMatch(cell -> index(cell) == 0));
        Node toNewest = hands.find(Node.class, ".to-newest");
        assertTrue(toNewest.isVisible());
        hands.click(toNewest);
        Fx.settle();
        assertTrue(shown(".chat-cell").stream().anyMatch(cell -> index(cell) == 60));
        assertFalse(toNewest.isVisible());
    }

    @Test
    void aLogThatGoesOnAboveHasAnEdgeThere() {
        add(theirs("first"));
        assertFalse(goesOnAbove(), "all is in sight");
        for (int i = 0; i < 60; i++) {
            add(theirs("message " + i));
        }
        Fx.settle();
        assertTrue(goesOnAbove(), "the end is in sight");
        hands.click(shown(".chat-cell").getLast());
        hands.press(KeyCode.HOME);
        assertFalse(goesOnAbove(), "the beginning is in sight");
    }

    /** Whether a line is drawn along the top of the log, and along no other side of it. */
    private boolean goesOnAbove() {
        Fx.settle();
        Border border = Fx.get(() -> ((Region) log.lookup(".entries")).getBorder());
        return border != null
                && border.getStrokes().stream()
                        .anyMatch(stroke -> isSeen(stroke.getTopStroke())
                                && !isSeen(stroke.getRightStroke())
                                && !isSeen(stroke.getBottomStroke())
                                && !isSeen(stroke.getLeftStroke()));
    }

    private static boolean isSeen(Paint paint) {
        return paint instanceof Color colour && colour.getOpacity() > 0;
    }

    @Test
    void onlyLinesInSightAreNodes() {
        Fx.run(() -> {
            for (int i = 0; i < 2_000; i++) {
                entries.add(theirs("message " + i));
            }
        });
        Fx.settle();
        assertTrue(
                hands.findAll(".bubble").size() < 40,
                () -> hands.findAll(".bubble").size() + " bubbles");
    }

    @Test
    void theChosenLineIsCopied() {
        add(theirs("copy me"));
        hands.click(shown(".bubble .time").getFirst());
        hands.press(KeyCode.CONTROL, KeyCode.C);
        assertEquals("copy me", Fx.get(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void apartOfATextIsSelectedWithTheMouseAndCopied() {
        add(theirs("hello 😀 world"));
        SelectableText text = (SelectableText) shown(".bubble .selectable-text").getFirst();
        hands.drag(text, new Point2D(1, 8), new Point2D(text.getWidth() - 20, 8));
        hands.press(KeyCode.CONTROL, KeyCode.C);
        String selected = Fx.get(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(selected.startsWith("hello 😀 w") && selected.length() < "hello 😀 world".length(), selected);
    }

    @Test
    void webAddressesCanBeClicked() {
        add(theirs("https://example.org/a"));
        hands.click(shown(".bubble .link").getFirst());
        assertEquals(List.of("https://example.org/a"), opened);
    }

    @Test
    void aLongAddressIsShortInAMenu() {
        String address = "https://example.org/" + "a".repeat(200);
        String brief = ChatLines.brief(URI.create(address));
        assertEquals(ChatLines.MENU_CHARACTERS, brief.length());
        assertTrue(brief.startsWith("https://example.org/aaa") && brief.endsWith("a…"), brief);
        assertEquals("https://example.org/b", ChatLines.brief(URI.create("https://example.org/b")));
    }

    @Test
    void onlyAClickOnTheAddressItselfOpensIt() {
        add(theirs("see https://example.org/a\nand more words than there are in the line above it, to be wide"));
        SelectableText text = (SelectableText) shown(".bubble .selectable-text").getFirst();
        hands.drag(text, new Point2D(2, 8), new Point2D(80, 8));
        hands.click(text);
        assertEquals(List.of(), opened);
        hands.click(shown(".bubble .link").getFirst());
        assertEquals(List.of("https://example.org/a"), opened);
    }

    @Test
    void noOtherAddressIsEverALink() {
        for (String text : List.of(
                "javascript:alert(1)",
                "file:///etc/passwd",
                "data:text/html,hi",
                "ftp://example.org/a",
                "HTTPS:example.org",
                "https://user@example.org/",
                "xhttps://",
                "vbscript:https//example.org")) {
            add(theirs(text));
        }
        assertEquals(List.of(), shown(".bubble .link"));
    }

    @Test
    void emojiArePicturesAndNotGlyphs() {
        add(theirs("👩‍💻 and 🇨🇳"));
        assertEquals(2, shown(".bubble .emoji-view").size());
    }

    @Test
    void marksSayHowFarAMessageHasCome() {
        ChatEntry.Own own = new ChatEntry.Own(UUID.randomUUID(), Samples.NOON, "hi", List.of(), 1, 0, 0);
        add(own);
        assertEquals(List.of(), shown(".marks .second"));
        Fx.run(() -> entries.set(0, own.deliveredToMore(1)));
        Fx.settle();
        assertTrue(shown(".marks .second").getFirst().isVisible());
        assertEquals("Delivered", shown(".marks").getFirst().getAccessibleText());
    }

    @Test
    void noticesFollowTheLanguage() {
        add(notice());
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        Fx.settle();
        assertEquals("💤 已停止监听", shown(".pill .selectable-text").getFirst().getAccessibleText());
    }

    private void add(ChatEntry entry) {
        Fx.run(() -> entries.add(entry));
        Fx.settle();
    }

    private static ChatEntry theirs(String text) {
        return new ChatEntry.Theirs(UUID.randomUUID(), Samples.NOON, "Mei", text);
    }

    private static ChatEntry notice() {
        return new ChatEntry.Notice(
                UUID.randomUUID(), Samples.NOON, Phrase.of("log.listen.stopped"), ChatEntry.Tone.PLAIN);
    }

    /** What {@code selector} names and a person can see. */
    private List<Node> shown(String selector) {
        return hands.findAll(selector).stream().filter(ChatLogTest::isShown).toList();
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private Node cell(int index) {
        return shown(".chat-cell").stream()
                .filter(cell -> index(cell) == index)
                .findFirst()
                .orElseThrow();
    }

    private static int index(Node cell) {
        return ((ChatCell) cell).getIndex();
    }

    private Bounds boundsInLog(Node node) {
        ListView<?> list = hands.find(ListView.class, ".entries");
        return Fx.get(() -> list.sceneToLocal(node.localToScene(node.getBoundsInLocal())));
    }
}
