package io.lamplink.common.recorder;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.history.History;
import io.lamplink.common.history.Keeping;
import java.time.InstantSource;

/** Where programs keep their history, and how one begins. */
public final class Recording {
    private static final String DATABASE = ".db";

    private Recording() {}

    /** The history that all programs of this kind and user share. */
    public static History open(HubSettings settings, Keeping keeping) {
        return new History(settings.shared("history" + DATABASE), keeping);
    }

    /**
     * Keeps in {@code history} what {@code engine} tells from now on, and sends what waits there for peers that come.
     *
     * @param amongMany whether each peer is one of many, as on a server
     * @return to be told when the program ends, before the engine does
     */
    public static HistoryRecorder begin(Engine engine, History history, boolean amongMany) {
        HistoryRecorder recorder = new HistoryRecorder(history, engine.identity(), InstantSource.system(), amongMany);
        engine.addListener(recorder);
        engine.addListener(new WaitingTexts(engine, history));
        return recorder;
    }

    /**
     * Keeps everything that {@code engine} tells from now on, if a run without a window was asked to.
     *
     * @return what ends that, after the engine has ended
     */
    public static Runnable ifAsked(boolean asked, Engine engine, HubSettings settings, boolean amongMany) {
        if (!asked) {
            return () -> {};
        }
        History history = open(settings, Keeping.EVERYTHING);
        var _ = begin(engine, history, amongMany);
        return history::close;
    }
}
