package io.lamplink.tour;

import io.lamplink.common.ui.testkit.FakeDialogs;
import io.lamplink.common.ui.testkit.FakeOpener;
import io.lamplink.common.ui.testkit.FakeTray;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.window.WindowOptions;
import java.time.ZoneOffset;

/** All themes in all languages, for what is pictured in each of them. */
final class Looks {
    private Looks() {}

    /** Draws with the options of one look; the names of its pictures end in {@code suffix}. */
    interface Drawing {
        void draw(WindowOptions options, String suffix) throws Exception;
    }

    /** Draws windows whose questions nobody sees. */
    static void each(Drawing drawing) throws Exception {
        eachAsking((options, suffix) -> drawing.draw(options.with(new FakeDialogs()), suffix));
    }

    /** Draws windows that ask their questions. */
    static void eachAsking(Drawing drawing) throws Exception {
        for (Theme theme : Theme.values()) {
            for (Language language : Language.values()) {
                drawing.draw(of(theme, language), "-" + theme.token() + "-" + language.token());
            }
        }
    }

    /** One look of windows that open nothing and forget everything. */
    static WindowOptions of(Theme theme, Language language) {
        return WindowOptions.forgetful(Samples.studio())
                .with(new FakeTray().hideout())
                .with(theme)
                .with(language)
                .with(new FakeOpener())
                .with(ZoneOffset.UTC);
    }
}
