package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The card of this computer in windows of several widths. */
@ExtendWith(Fx.class)
final class HostCardTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private HostCard card;
    private Hands hands;

    @BeforeEach
    void show() {
        card = Fx.get(() -> new HostCard(Samples.studio(), texts));
        hands = Hands.show(new VBox(card), 900, 400);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    /** Makes the card as much wider than its words need. */
    private void widen(double by) {
        Fx.run(() -> card.setMaxWidth(Math.ceil(card.prefWidth(-1)) + by));
        Fx.settle();
    }

    private List<Label> labels(String style) {
        return hands.findAll(".host-card ." + style).stream()
                .map(Label.class::cast)
                .toList();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void assertOneLineEach(String style) {
        double line = labels("title").getFirst().getHeight();
        labels(style).forEach(label -> assertEquals(line, label.getHeight(), 1, label::getText));
    }

    @Test
    void withRoomForItWhatIsToKnowStandsInAColumnBesideTheAddresses() {
        widen(200);
        double longest = labels("value").stream()
                .mapToDouble(label -> place(label).getMaxX())
                .max()
                .orElseThrow();
        for (Label remark : labels("remark")) {
            assertEquals(longest + 16, place(remark).getMinX(), 1, remark::getText);
        }
        List.of("name", "value", "remark").forEach(this::assertOneLineEach);
    }

    @Test
    void withoutItStandsBelowAndNoWordIsParted() {
        widen(-60);
        List<Label> remarks = labels("remark");
        List<Label> values = labels("value").subList(1, 1 + remarks.size());
        long below = remarks.stream()
                .filter(remark -> place(remark).getMinY()
                        >= place(values.get(remarks.indexOf(remark))).getMaxY() - 1)
                .count();
        assertTrue(below > 0 && below < remarks.size(), () -> below + " of " + remarks.size());
        List.of("name", "value", "remark").forEach(this::assertOneLineEach);
    }

    @Test
    void whatIsCopiedNamesNetworksAsTheCardDoes() {
        String copied = ChatLines.text(new ChatEntry.ThisComputer(UUID.randomUUID(), Samples.studio()), texts);
        for (Label value : labels("value")) {
            assertTrue(copied.contains("  " + value.getText()), copied);
        }
    }
}
