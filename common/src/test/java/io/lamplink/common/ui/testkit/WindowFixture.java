package io.lamplink.common.ui.testkit;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.window.WindowOptions;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** An open window of one of the programs, in English, at which time stands still. */
@ExtendWith(Fx.class)
public abstract class WindowFixture<E extends FakeEngine> {
    protected final E engine;
    protected final FakeDialogs dialogs = new FakeDialogs();
    protected final Peer mei = Samples.peer("Mei", "192.168.1.21");
    protected final WindowOptions options = WindowOptions.forgetful(Samples.studio())
            .with(Language.ENGLISH)
            .with(dialogs)
            .with(new FakeOpener())
            .with(StillTime.time());

    private final PlayedProgram<E> program;
    private Hands hands;

    protected WindowFixture(PlayedProgram<E> program) {
        this.program = program;
        this.engine = program.engine();
    }

    @BeforeEach
    void openWindow() {
        hands = open(options.with(new Rectangle2D(0, 0, 1000, 680)));
    }

    @AfterEach
    void closeWindow() {
        hands.close();
    }

    /** Hands at the window. */
    protected Hands hands() {
        return hands;
    }

    /** Another window of the same program. */
    protected Hands open(WindowOptions with) {
        Stage stage = Fx.get(Stage::new);
        Fx.run(() -> program.open(stage, with));
        Fx.settle();
        return new Hands(stage);
    }

    /** Closes the window and opens it anew. */
    protected void reopen(WindowOptions with) {
        hands.close();
        hands = open(with);
    }

    /** The program gets connected with {@link #mei}. */
    protected void connect() {
        tell(program.connecting(mei).toArray(EngineEvent[]::new));
    }

    /** The engine tells something, and the window shows it. */
    protected void tell(EngineEvent... events) {
        engine.tell(events);
        Fx.settle();
    }

    /** The node that {@code selector} names. */
    protected Node node(String selector) {
        return hands.find(Node.class, selector);
    }

    /** What is written on the control that {@code selector} names. */
    protected String word(String selector) {
        return hands.find(Labeled.class, selector).getText();
    }

    /** Chooses an item of a menu, counted from 0. */
    protected void choose(String button, int item) {
        MenuButton menu = hands.find(MenuButton.class, button);
        Fx.run(() -> ((RadioMenuItem) menu.getItems().get(item)).fire());
        Fx.settle();
    }
}
