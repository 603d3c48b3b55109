package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No word of any window is clipped where texts are 40 % longer than in English, on a usual screen and on one at 200 %. */
public abstract class ClippingContract<E extends FakeEngine> extends ProgramFixture<E> {
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

    @ParameterizedTest
    @CsvSource({"1000, 680", "720, 500"})
    void noWordIsClipped(double width, double height) {
        Set<String> clipped = new TreeSet<>();
        Sights.each(program, options, width, height, (name, scene) -> {
            Fx.settle();
            List<String> here = Fx.get(() -> Clipping.in(scene));
            here.forEach(words -> clipped.add(words + " -- " + name));
            List<String> scaled = Fx.get(() -> Clipping.at(2, scene));
            scaled.forEach(words -> clipped.add(words + " -- " + name + " at 200 %"));
        });
        assertEquals("", String.join("\n", new ArrayList<>(clipped)));
    }
}
