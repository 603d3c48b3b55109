package io.lamplink.common.ui.control;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A log in a window of its own, and hands to use it. */
@ExtendWith(Fx.class)
abstract class ChatLogFixture {

    private static final double ABOVE = 60;

    final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    final ObservableList<ChatEntry> entries = FXCollections.observableArrayList();
    ChatLog log;
    Hands hands;

    @BeforeEach
    void show() {
        log = Fx.get(() -> new ChatLog(texts));
        Fx.run(() -> {
            log.todayProperty().set(LocalDate.ofInstant(Samples.NOON, ZoneOffset.UTC));
            log.setItems(entries);
        });
        Region above = new Region(); // so that the mouse can leave the log and still is in the window
        above.setMinHeight(ABOVE);
        VBox.setVgrow(log, Priority.ALWAYS);
        hands = Hands.show(new VBox(above, log), 480, 400 + ABOVE);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    void add(ChatEntry... lines) {
        Fx.run(() -> entries.addAll(lines));
        Fx.settle();
    }

    void addNumbered(int lines) {
        add(Stream.iterate(0, i -> i + 1)
                .limit(lines)
                .map(i -> theirs("message " + i))
                .toArray(ChatEntry[]::new));
    }

    static ChatEntry theirs(String text) {
        return new ChatEntry.Theirs(UUID.randomUUID(), Samples.NOON, "Mei", text);
    }

    static ChatEntry own(String text) {
        return new ChatEntry.Own(UUID.randomUUID(), Samples.NOON.plusSeconds(60), text, List.of(), 1, 0, 0);
    }

    /** The text of line {@code index}, which is in sight. */
    SelectableText text(int index) {
        return Fx.get(() -> hands.stage().getScene().getRoot().lookupAll(".chat-cell").stream()
                .map(ChatCell.class::cast)
                .filter(cell -> cell.isVisible() && cell.getIndex() == index && cell.getItem() != null)
                .findFirst()
                .orElseThrow()
                .text());
    }

    /** What {@code selector} names and a person can see, from top to bottom. */
    List<Node> shown(String selector) {
        return Fx.get(() -> hands.stage().getScene().getRoot().lookupAll(selector).stream()
                .filter(ChatLogFixture::isShown)
                .sorted((one, other) -> Double.compare(top(one), top(other)))
                .toList());
    }

    List<String> words(String selector) {
        return shown(selector).stream().map(node -> ((Labeled) node).getText()).toList();
    }

    private static double top(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** A place of a node, in the window's coordinates. */
    Point2D at(Node node, double x, double y) {
        return Fx.get(() -> node.localToScreen(x, y));
    }

    ListView<?> list() {
        return hands.find(ListView.class, ".entries");
    }

    String copied() {
        hands.press(KeyCode.CONTROL, KeyCode.C);
        return Fx.get(() -> Clipboard.getSystemClipboard().getString());
    }
}
