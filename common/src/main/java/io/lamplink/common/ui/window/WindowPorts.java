package io.lamplink.common.ui.window;

import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.history.HistoryAccess;
import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.fx.Ticker;
import io.lamplink.common.ui.theme.Settings;
import java.time.Clock;

/**
 * What a view-model needs of the world besides its engine.
 *
 * @param clock for the time of what the program has to say
 * @param door to the JavaFX thread
 * @param ticker for what is asked again and again
 * @param dialogs for questions
 * @param opener for files and links
 * @param settings for choices that are remembered
 * @param history for what was said before
 * @param surroundings for whether somebody looks, and how else to reach them
 * @param program what it knows of itself
 */
public record WindowPorts(
        Clock clock,
        FxDoor door,
        Ticker ticker,
        Dialogs dialogs,
        Opener opener,
        Settings settings,
        HistoryAccess history,
        Surroundings surroundings,
        ThisProgram program) {}
