package io.lamplink.common.ui.testkit;

import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.window.WindowOptions;
import org.junit.jupiter.api.extension.ExtendWith;

/** One of the programs with its questions, in English, at which time stands still. */
@ExtendWith(Fx.class)
public abstract class ProgramFixture<E extends FakeEngine> {
    protected final PlayedProgram<E> program;
    protected final WindowOptions options = WindowOptions.forgetful(Samples.studio())
            .with(new FakeTray().hideout())
            .with(Language.ENGLISH)
            .with(new FakeOpener())
            .with(StillTime.time());

    protected ProgramFixture(PlayedProgram<E> program) {
        this.program = program;
    }
}
