package io.lamplink.tour;

import io.lamplink.common.security.Pin;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.window.Dialogs;
import io.lamplink.common.ui.window.GivingViewModel;
import io.lamplink.common.ui.window.PinPrompt;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers a window's questions in the person's place, because the system's file choosers cannot be pressed by a script.
 * Says yes to every question, and counts them.
 */
final class ScriptedDialogs implements Dialogs {
    private final AtomicInteger questions = new AtomicInteger();
    private volatile List<Path> files = List.of();
    private volatile Optional<Path> target = Optional.empty();

    /** What is chosen when files are asked for next. */
    void choose(Path... chosen) {
        files = List.of(chosen);
    }

    /** Where a file is saved that is asked for next. */
    void saveTo(Path path) {
        target = Optional.of(path);
    }

    /** How many questions were answered with yes so far. */
    int questions() {
        return questions.get();
    }

    @Override
    public List<Path> chooseFiles() {
        return files;
    }

    @Override
    public Optional<Path> chooseFolder(Phrase title) {
        return Optional.empty(); // The tour sends files only.
    }

    @Override
    public Optional<Path> chooseTarget(String name) {
        return target;
    }

    @Override
    public Optional<Path> chooseTargetFolder(String name) {
        return Optional.empty();
    }

    @Override
    public boolean confirm(Phrase question, Phrase detail, Phrase yes) {
        questions.incrementAndGet();
        return true;
    }

    @Override
    public boolean review(GivingViewModel sheet) {
        return true;
    }

    @Override
    public Optional<Pin> askPin(PinPrompt prompt) {
        return Optional.empty(); // The tour's server asks for none.
    }
}
