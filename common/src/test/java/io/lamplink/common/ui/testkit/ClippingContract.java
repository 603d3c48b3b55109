package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that the settings say is clipped where texts are 40 % longer than in English. */
public abstract class ClippingContract<E extends FakeEngine> extends WindowFixture<E> {
    private static final String PSEUDO = "lamplink.pseudo-language";

    protected ClippingContract(PlayedProgram<E> program) {
        super(program);
    }

    @BeforeAll
    static void speakLonger() {
        System.setProperty(PSEUDO, "true");
    }

    @AfterAll
    static void speakEnglish() {
        System.clearProperty(PSEUDO);
    }

    @Test
    void noTextOfTheSettingsIsClipped() {
        Button opener = hands().find(Button.class, "#settingsButton");
        Fx.run(opener::fire);
        Fx.settle();
        Stage beside = Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(window -> window instanceof Stage one && hands().stage().equals(one.getOwner()))
                .findFirst()
                .orElseThrow());
        List<String> clipped = clipped(beside);
        Fx.run(beside::hide);
        assertEquals(List.of(), clipped);
    }

    /** What is not shown to its end; names of people and files may be, but are short here. */
    private static List<String> clipped(Stage stage) {
        Fx.settle();
        return Fx.get(() -> {
            List<String> clipped = new ArrayList<>();
            look(stage.getScene().getRoot(), clipped);
            return clipped;
        });
    }

    private static void look(Node node, List<String> clipped) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && isClipped(labeled)) {
            clipped.add(labeled.getText() + " (" + node.getTypeSelector() + " " + node.getStyleClass() + ")");
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, clipped));
        }
    }

    private static boolean isClipped(Labeled labeled) {
        String wanted = labeled.getText();
        return wanted != null
                && !wanted.isEmpty()
                && labeled.getChildrenUnmodifiable().stream()
                        .anyMatch(child -> child instanceof Text text
                                && text.isVisible()
                                && !text.equals(labeled.getGraphic())
                                && !text.getText().isEmpty()
                                && !text.getText().equals(wanted));
    }
}
