package io.lamplink.common.ui.window;

import io.lamplink.common.security.Pin;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings a hidden window back before a question is asked: it belongs to the window, and would be seen nowhere. */
final class AskingInSight implements Dialogs {
    private final Dialogs dialogs;
    private final WindowLife life;

    AskingInSight(Dialogs dialogs, WindowLife life) {
        this.dialogs = dialogs;
        this.life = life;
    }

    private Dialogs inSight() {
        if (life.isHidden()) {
            life.show();
        }
        return dialogs;
    }

    @Override
    public List<Path> chooseFiles() {
        return inSight().chooseFiles();
    }

    @Override
    public Optional<Path> chooseFolder(Phrase title) {
        return inSight().chooseFolder(title);
    }

    @Override
    public Optional<Path> chooseTarget(String name) {
        return inSight().chooseTarget(name);
    }

    @Override
    public Optional<Path> chooseTargetFolder(String name) {
        return inSight().chooseTargetFolder(name);
    }

    @Override
    public boolean confirm(Phrase question, Phrase detail, Phrase yes) {
        return inSight().confirm(question, detail, yes);
    }

    @Override
    public boolean review(GivingViewModel sheet) {
        return inSight().review(sheet);
    }

    @Override
    public Optional<Pin> askPin(PinPrompt prompt) {
        return inSight().askPin(prompt);
    }
}
