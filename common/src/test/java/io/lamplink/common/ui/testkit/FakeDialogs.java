package io.lamplink.common.ui.testkit;

import io.lamplink.common.security.Pin;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.window.Dialogs;
import io.lamplink.common.ui.window.GivingViewModel;
import io.lamplink.common.ui.window.PinPrompt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A person who always answers the same. */
public final class FakeDialogs implements Dialogs {

    public List<Path> files = List.of();
    public Optional<Path> target = Optional.empty();
    public Optional<Path> folder = Optional.empty();
    public boolean yes = true;
    public Optional<Pin> pin = Optional.empty();

    /** What happens while the save dialog is open. */
    public Runnable whileChoosing = () -> {};

    /** What the person does with the sheet before they answer. */
    public Consumer<GivingViewModel> whileReviewing = _ -> {};

    public final List<GivingViewModel> sheets = new ArrayList<>();
    public final List<Phrase> questions = new ArrayList<>();
    public final List<Phrase> details = new ArrayList<>();
    public final List<PinPrompt> prompts = new ArrayList<>();
    public final List<Phrase> folderTitles = new ArrayList<>();
    public final List<String> proposedNames = new ArrayList<>();

    @Override
    public List<Path> chooseFiles() {
        return files;
    }

    @Override
    public Optional<Path> chooseFolder(Phrase title) {
        folderTitles.add(title);
        return folder;
    }

    @Override
    public Optional<Path> chooseTarget(String name) {
        proposedNames.add(name);
        whileChoosing.run();
        return target;
    }

    @Override
    public Optional<Path> chooseTargetFolder(String name) {
        return chooseFolder(Phrase.of("dialog.save-folder.title", name));
    }

    @Override
    public boolean confirm(Phrase question, Phrase detail, Phrase yesWord) {
        questions.add(question);
        details.add(detail);
        return yes;
    }

    @Override
    public boolean review(GivingViewModel sheet) {
        sheets.add(sheet);
        whileReviewing.accept(sheet);
        return yes;
    }

    @Override
    public Optional<Pin> askPin(PinPrompt prompt) {
        prompts.add(prompt);
        return pin;
    }
}
