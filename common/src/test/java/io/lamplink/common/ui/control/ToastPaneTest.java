package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
final class ToastPaneTest {
    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final ObservableList<ToastItem> items = FXCollections.observableArrayList();
    private final Button below = new Button("below");
    private final Hands hands = open();

    private Hands open() {
        ToastPane pane = Fx.get(() -> new ToastPane(texts));
        Fx.run(() -> pane.setItems(items));
        return Hands.show(Fx.get(() -> new StackPane(below, pane)), 400, 300);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    private static ToastItem arrived(UUID id, String name) {
        return new ToastItem(id, Phrase.of("toast.file.arrived", name));
    }

    private List<String> words() {
        return hands.findAll(".toast").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void toastsComeChangeAndGo() {
        UUID one = new UUID(0, 1);
        Fx.run(() -> items.add(arrived(one, "a.zip")));
        assertEquals(List.of("a.zip has arrived"), words());
        Fx.run(() -> items.set(0, new ToastItem(one, Phrase.of("toast.files.arrived", 2))));
        assertEquals(List.of("2 files have arrived"), words());
        Fx.run(() -> items.add(new ToastItem(new UUID(0, 2), Phrase.of("toast.file.saved", "b.zip"))));
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        assertEquals(List.of("已收到 2 个文件", "已保存 b.zip"), words());
        Fx.run(items::clear);
        Fx.until(() -> hands.stage().getScene().getRoot().lookup(".toast") == null);
    }

    @Test
    void theyTakeNeitherKeyboardNorMouseAndCanBeReadAloud() {
        Fx.run(below::requestFocus);
        Fx.run(() -> items.add(arrived(new UUID(0, 1), "a.zip")));
        Fx.settle();
        assertTrue(Fx.get(below::isFocused));
        boolean[] pressed = {false};
        Fx.run(() -> below.setOnAction(_ -> pressed[0] = true));
        Fx.run(() -> below.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE));
        Fx.settle();
        hands.click(hands.findAll(".toast").getFirst());
        assertTrue(pressed[0]);
        Node toast = hands.findAll(".toast").getFirst();
        assertEquals("a.zip has arrived", Fx.get(() -> toast.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }
}
