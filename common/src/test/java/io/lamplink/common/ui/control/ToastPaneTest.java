package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneOffset;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
final class ToastPaneTest {
    private static final String LONG = "a rather long name ".repeat(20);

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final ObservableList<ToastItem> items = FXCollections.observableArrayList();
    private final Button beside = new Button("beside");
    private final StatusBar bar = Fx.get(StatusBar::new);
    private final Hands hands = open();

    private Hands open() {
        ToastPane pane = Fx.get(() -> new ToastPane(texts));
        Fx.run(() -> {
            pane.setItems(items);
            bar.setNews(pane);
            bar.textProperty().set("Listening on 192.168.1.5:8080, 2 clients");
        });
        return Hands.show(Fx.get(() -> new VBox(beside, bar)), 500, 300);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    private static ToastItem arrived(UUID id, String name) {
        return new ToastItem(id, Phrase.of("toast.file.arrived", name), false);
    }

    private String words() {
        return hands.find(Label.class, "#toastText").getText();
    }

    @Test
    void theFirstToastComesChangesAndGoes() {
        UUID one = new UUID(0, 1);
        Fx.run(() -> items.add(arrived(one, "a.zip")));
        assertEquals("a.zip has arrived", words());
        Fx.run(() -> items.set(0, new ToastItem(one, Phrase.of("toast.files.arrived", 2), false)));
        assertEquals("2 files have arrived", words());
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        assertEquals("已收到 2 个文件", words());
        Fx.run(items::clear);
        Node toast = hands.find(Node.class, ".toast");
        Fx.until(() -> !toast.isVisible());
    }

    @Test
    void itTakesTheKeyboardFromNobodyAndCanBeReadAloud() {
        Fx.run(beside::requestFocus);
        Fx.run(() -> items.add(arrived(new UUID(0, 1), "a.zip")));
        Fx.settle();
        assertTrue(Fx.get(beside::isFocused));
        Label toast = hands.find(Label.class, "#toastText");
        assertFalse(toast.isFocusTraversable());
        assertEquals("a.zip has arrived", Fx.get(() -> toast.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    @Test
    void howeverLongItIsTheSentenceBesideTheLampKeepsItsPlace() {
        Label sentence = hands.find(Label.class, "#statusText");
        Fx.settle();
        double before = Fx.get(sentence::getWidth);
        double start = Fx.get(sentence::getLayoutX);
        Fx.run(() -> items.add(arrived(new UUID(0, 1), LONG)));
        Fx.settle();
        assertEquals(before, Fx.get(sentence::getWidth));
        assertEquals(start, Fx.get(sentence::getLayoutX));
        Region toast = hands.find(Region.class, ".toast");
        assertTrue(Fx.get(() -> toast.getBoundsInParent().getMaxX()) <= start);
        Label words = hands.find(Label.class, "#toastText");
        assertTrue(Fx.get(() -> words.getTooltip().getText()).contains(LONG.strip()), "the whole in the tooltip");
    }
}
