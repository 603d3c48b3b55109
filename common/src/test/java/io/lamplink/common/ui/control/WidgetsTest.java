package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lamp and clients. */
@ExtendWith(Fx.class)
final class WidgetsTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
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
    void everyoneStandsBeforeTheClientsAndIsChosen() {
        ObservableList<ClientItem> clients = FXCollections.observableArrayList();
        List<@Nullable UUID> chosen = new ArrayList<>();
        ClientList list = Fx.get(() -> new ClientList(texts));
        Fx.run(() -> list.show(clients, chosen::add));
        Hands shown = show(list, 240, 300);
        ClientItem mei = client("Mei");
        ClientItem tomas = client("Tomás");
        Fx.run(() -> clients.setAll(mei, tomas));
        assertEquals(ClientItem.EVERYONE, Fx.get(() -> list.getSelectionModel().getSelectedItem()));

        Fx.run(() -> list.requestFocus());
        shown.press(KeyCode.DOWN);
        shown.press(KeyCode.DOWN);
        assertEquals(Arrays.asList(mei.id(), tomas.id()), chosen);

        Fx.run(() -> clients.setAll(tomas));
        assertEquals(tomas, Fx.get(() -> list.getSelectionModel().getSelectedItem()));
        Fx.run(() -> clients.clear());
        assertEquals(Arrays.asList(mei.id(), tomas.id(), null), chosen);
    }

    private Hands show(Parent root, double width, double height) {
        Hands opened = Hands.show(root, width, height);
        hands = opened;
        return opened;
    }

    private static ClientItem client(String name) {
        return new ClientItem(UUID.randomUUID(), name, "10.0.0.7", false, Duration.ofMillis(2));
    }
}
