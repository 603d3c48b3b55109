package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.history.HistoryHits.Mark;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lamp, and what is drawn small. */
@ExtendWith(Fx.class)
final class WidgetsTest {

    private @Nullable Hands hands;

    @AfterEach
    void close() {
        if (hands != null) {
            hands.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLampHasOnePseudoClassForEachStateAndBreathesWhileSomethingIsExpected(LinkState state) {
        StatusBar bar = Fx.get(StatusBar::new);
        Hands shown = show(bar, 400, 40);
        Fx.run(() -> {
            bar.textProperty().set("a sentence");
            bar.stateProperty().set(state);
        });
        StatusLamp lamp = shown.find(StatusLamp.class, "#statusLamp");
        assertEquals(
                List.of(state.name().toLowerCase(Locale.ROOT)),
                lamp.getPseudoClassStates().stream()
                        .map(PseudoClass::getPseudoClassName)
                        .filter(name -> List.of("idle", "waiting", "connected", "reconnecting", "lost")
                                .contains(name))
                        .toList());
        assertEquals(state == LinkState.WAITING || state == LinkState.RECONNECTING, lamp.isBreathing());
        assertEquals("a sentence", lamp.getAccessibleText());
        assertEquals("a sentence", shown.find(Label.class, "#statusText").getText());
        double sentence =
                shown.find(Label.class, "#statusText").getBoundsInParent().getMaxX();
        assertTrue(sentence <= lamp.getBoundsInParent().getMinX(), "the sentence stands left of the lamp");
    }

    @Test
    void theRailIsDrawnWhereItChangesAndNotAsAPictureOfAllOfIt() {
        RailScroll rail = Fx.get(RailScroll::new);
        Hands shown = show(rail, 200, 100);
        assertFalse(shown.find(Node.class, ".viewport").isCache());
    }

    @Test
    void aLineOfWordsTakesOtherWordsWithoutANewNode() {
        SelectableText line = Fx.get(() -> new SelectableText(14, 14));
        List<Node> nodes = List.copyOf(Fx.get(() -> said(line, "first")));
        assertEquals(nodes, Fx.get(() -> said(line, "second")));
        assertEquals("second", ((Text) nodes.getLast()).getText());
        assertEquals(2, Fx.get(() -> said(line, "see http://192.168.1.5")).size(), "a link has a node of its own");
        List<Node> again = Fx.get(() -> said(line, "third"));
        assertEquals(1, again.size());
        assertFalse(again.getLast().getStyleClass().contains("link"));
    }

    @Test
    void whatIsSelectedAndWhatWasFoundStandBehindTheLetters() {
        SelectableText line = Fx.get(() -> new SelectableText(14, 14));
        show(line, 200, 40);
        Fx.run(() -> {
            line.show("lanterns", List.of(new Mark(0, 4)));
            line.select(new FlatText.Range(2, 6));
        });
        Fx.settle();
        List<String> order = line.getChildren().stream()
                .map(node -> node instanceof Path path && !path.getElements().isEmpty()
                        ? path.getStyleClass().getFirst()
                        : "")
                .toList();
        assertEquals(List.of("found", "highlight", ""), order);
    }

    private static List<Node> said(SelectableText line, String words) {
        line.show(words, List.of());
        return line.getChildren();
    }

    private Hands show(Parent root, double width, double height) {
        Hands opened = Hands.show(root, width, height);
        hands = opened;
        return opened;
    }
}
