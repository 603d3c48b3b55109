package io.lamplink.installer.app;

import io.lamplink.installer.image.Target;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where one run finds and leaves its files.
 *
 * @param source the folder of the whole project
 * @param jars the programs' modules
 * @param work for what is made on the way; removed at the end
 * @param output for what users install
 * @param target the machine that it is for
 * @param progress is told what is made now
 */
record Workshop(Path source, Path jars, Path work, Path output, Target target, Consumer<String> progress) {

    void say(String sentence) {
        progress.accept(sentence);
    }
}
