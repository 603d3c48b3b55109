package io.lamplink.common.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Fx.class)
final class LookTest {
    private final ReadOnlyObjectWrapper<Theme> system = new ReadOnlyObjectWrapper<>(Theme.DAYLIGHT);
    private final Rectangle patch = new Rectangle(9, 9);

    private Look look(ThemeChoice choice) {
        return new Look(choice, system.getReadOnlyProperty());
    }

    private Scene dressed(Look look) {
        Scene scene = new Scene(new StackPane(patch));
        look.follow(scene);
        patch.setStyle("-fx-fill: -lamplink-card;");
        return scene;
    }

    private Color card(Scene scene) {
        scene.getRoot().applyCss();
        return (Color) patch.getFill();
    }

    /** The headless platform has no windows that can be seen through, as X11 has none without a compositor. */
    @ParameterizedTest
    @ValueSource(strings = {"emoji-picker", "emoji-completion", "members", "server-list", "context-menu", "tooltip"})
    void popupsHaveNoShadowWhereTheirGroundWouldBeSeen(String style) {
        assertTrue(OpaquePopups.stylesheet(true).isEmpty());
        Fx.run(() -> {
            Scene scene = dressed(look(new ThemeChoice.Own(Theme.MIDNIGHT)));
            scene.getRoot().getStyleClass().add(style);
            scene.getRoot().applyCss();
            assertNull(scene.getRoot().getEffect());
            assertEquals(
                    CornerRadii.EMPTY,
                    ((StackPane) scene.getRoot())
                            .getBackground()
                            .getFills()
                            .getLast()
                            .getRadii());
        });
    }

    @Test
    void asTheSystemFollowsTheSystemWhileRunning() {
        Fx.run(() -> {
            Look look = look(new ThemeChoice.AsSystem());
            Scene scene = dressed(look);
            assertEquals(Color.WHITE, card(scene));
            system.set(Theme.HIGH_CONTRAST);
            assertEquals(Theme.HIGH_CONTRAST, look.theme());
            assertEquals(Color.BLACK, card(scene));
            look.choiceProperty().set(new ThemeChoice.Own(Theme.MIDNIGHT));
            system.set(Theme.DAYLIGHT);
            assertEquals(Theme.MIDNIGHT, look.theme());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "true, none, none, MIDNIGHT",
        "false, none, none, DAYLIGHT",
        "true, Windows.SPI.HighContrast, true, HIGH_CONTRAST",
        "true, Windows.SPI.HighContrast, false, MIDNIGHT",
        "false, macOS.NSWorkspace.accessibilityDisplayShouldIncreaseContrast, true, HIGH_CONTRAST",
        "false, GTK.theme_name, HighContrastInverse, HIGH_CONTRAST",
        "false, GTK.theme_name, Adwaita, DAYLIGHT",
    })
    void theSystemsSettingsNameATheme(boolean dark, String key, String value, Theme theme) {
        Object said = value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
        assertEquals(theme, SystemLook.theme(dark, Map.of(key, said)));
    }

    @Test
    void aSheetStandsAboveTheThemeThatItNamesAndIsReadAnewWhenItChanges() {
        Fx.run(() -> {
            Look look = look(new ThemeChoice.Sheet("mine"));
            Scene scene = dressed(look);
            assertEquals(Theme.MIDNIGHT, look.theme());
            look.show(List.of(new ThemeSheet("mine", "/* base: daylight */ .root { -lamplink-card: #123456; }")));
            assertEquals(Theme.DAYLIGHT, look.theme());
            assertEquals(Color.web("#123456"), card(scene));
            look.show(List.of(new ThemeSheet("mine", ".root { -lamplink-card: #654321; }")));
            assertEquals(Color.web("#654321"), card(scene));
            look.show(List.of());
            assertEquals(Color.web("#2c3e50"), card(scene));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a style sheet", ".root { -lamplink-card: #12", ".root { -lamplink-card: }", "{}"})
    void aSheetThatMakesNoSenseIsSaidOnceAndTheWindowStaysReadable(String css) {
        Fx.run(() -> {
            Look look = look(new ThemeChoice.Sheet("mine"));
            List<String> broken = new ArrayList<>();
            look.setOnBroken(broken::add);
            Scene scene = dressed(look);
            look.show(List.of(new ThemeSheet("mine", css)));
            look.show(List.of(new ThemeSheet("mine", css), new ThemeSheet("other", css)));
            assertEquals(List.of("mine"), broken);
            assertEquals(Color.web("#2c3e50"), card(scene));
            look.show(List.of(new ThemeSheet("mine", ".root { -lamplink-card: #123456; }")));
            assertEquals(Color.web("#123456"), card(scene));
        });
    }

    @Test
    void sheetsComeToTheListAndGo() {
        Fx.run(() -> {
            Look look = look(new ThemeChoice.AsSystem());
            int always = look.choices().size();
            look.show(List.of(new ThemeSheet("mine", "")));
            assertEquals(new ThemeChoice.Sheet("mine"), look.choices().getLast());
            look.show(List.of());
            assertEquals(always, look.choices().size());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"midnight", "daylight", "high-contrast", "system", "sheet:mine", "sheet:我的 主题"})
    void aChoiceIsTheSameAfterARestart(String token) {
        assertEquals(token, ThemeChoice.ofToken(token).orElseThrow().token());
    }

    @Test
    void aWordThatNamesNoThemeIsNoChoice() {
        assertEquals(Optional.empty(), ThemeChoice.ofToken("dusk"));
    }

    @Test
    void theSystemIsAskedOnTheRealPlatformToo() {
        Fx.run(() -> assertTrue(List.of(Theme.values()).contains(new Look(new ThemeChoice.AsSystem()).theme())));
    }
}
