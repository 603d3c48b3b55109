package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever does not see the windows hears what is in them: every control, lamp and picture has a role and a text. */
public abstract class AccessibilityContract<E extends FakeEngine> extends ProgramFixture<E> {

    protected AccessibilityContract(PlayedProgram<E> program) {
        super(program);
    }

    @Test
    void everythingHasARoleAndAText() {
        List<String> faults = new ArrayList<>();
        Sights.each(
                program, options, 1000, 680, (name, scene) -> faults.addAll(Fx.get(() -> Speech.faults(name, scene))));
        assertEquals("", String.join("\n", faults));
    }
}
