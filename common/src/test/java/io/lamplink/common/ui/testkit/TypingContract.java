package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.ui.testkit.FakeEngine.Writing;
import io.lamplink.common.ui.theme.Language;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** What either window does while somebody writes. */
public abstract class TypingContract<E extends FakeEngine> extends WindowFixture<E> {
    protected TypingContract(PlayedProgram<E> program) {
        super(program);
    }

    private void meiWrites(boolean on) {
        tell(new EngineEvent.WritingChanged(mei, "", on));
    }

    private Bounds bounds(String selector) {
        Node node = node(selector);
        return Fx.get(() -> node.localToScene(node.getBoundsInLocal()));
    }

    @Test
    void whoWritesStandsAboveTheMessageAndMovesNothing() {
        connect();
        Bounds log = bounds("#chatLog");
        Bounds field = bounds("#messageField");
        assertFalse(node("#writingText").isVisible());
        meiWrites(true);
        assertTrue(node("#writingText").isVisible());
        assertEquals("Mei is writing…", word("#writingText"));
        assertEquals(log, bounds("#chatLog"));
        assertEquals(field, bounds("#messageField"));
        assertTrue(bounds("#writingText").getMaxY() <= field.getMinY());
        meiWrites(false);
        assertFalse(node("#writingText").isVisible());
        assertEquals(log, bounds("#chatLog"));
    }

    @Test
    void itIsSaidInChineseToo() {
        reopen(options.with(Language.CHINESE));
        connect();
        meiWrites(true);
        assertEquals("Mei 正在输入…", word("#writingText"));
        tell(new EngineEvent.WritingChanged(mei, "王芳", true));
        assertEquals("Mei 和 王芳 正在输入…", word("#writingText"));
        tell(new EngineEvent.WritingChanged(mei, "Ann", true));
        assertEquals("3 人正在输入…", word("#writingText"));
    }

    @Test
    void whoTypesIsToldOfAndWhoSendsNoLonger() {
        connect();
        hands().click("#messageField");
        hands().type("hi");
        assertEquals(List.of(new Writing(true, Set.of())), engine.writing);
        hands().click("#sendButton");
        assertEquals(List.of(new Writing(true, Set.of()), new Writing(false, Set.of())), engine.writing);
    }

    @Test
    void theSettingKeepsItFromBeingTold() {
        options.settings().put("tell-writing", "false");
        reopen(options);
        connect();
        hands().click("#messageField");
        hands().type("hi");
        assertEquals(List.of(), engine.writing);
    }
}
