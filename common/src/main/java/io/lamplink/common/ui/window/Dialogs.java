package io.lamplink.common.ui.window;

import io.lamplink.common.security.Pin;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Questions to the person at the window. Each call returns when they have answered; called on the JavaFX thread. */
public interface Dialogs {

    /** Which files to send; none if they changed their mind. */
    List<Path> chooseFiles();

    /**
     * Which folder, or nothing if they changed their mind.
     *
     * @param title what it is for
     */
    Optional<Path> chooseFolder(Phrase title);

    /** Where to save a file, or nothing if they changed their mind. {@code name} is proposed. */
    Optional<Path> chooseTarget(String name);

    /** In which folder to save a folder, or nothing if they changed their mind. {@code name} is the folder's own. */
    Optional<Path> chooseTargetFolder(String name);

    /**
     * Whether to go on.
     *
     * @param question short, ends with a question mark
     * @param detail what will happen
     * @param yes what the button says that goes on
     */
    boolean confirm(Phrase question, Phrase detail, Phrase yes);

    /** Whether to send what is on the sheet; it may be changed meanwhile. */
    boolean review(GivingViewModel sheet);

    /** Which PIN to prove, or nothing if they changed their mind. */
    Optional<Pin> askPin(PinPrompt prompt);
}
