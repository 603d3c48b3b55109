package io.lamplink.common.diagnostics;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a running program knows of itself. Immutable; its parts are not.
 *
 * @param name {@code client} or {@code server}
 * @param version as it was built
 * @param log where it writes its log, if it does
 * @param errors what goes wrong in it that nobody expected
 */
public record ThisProgram(String name, String version, Optional<LogFiles> log, UncaughtErrors errors) {

    /**
     * The program that runs here: from now on it writes its log in the folder {@code log} in {@code folder}, if it can, and
     * takes the errors that nobody catches.
     */
    public static ThisProgram begin(String name, String version, Path folder) {
        return new ThisProgram(
                name,
                version,
                LogFiles.tryBegin(folder.resolve("log"), "Lamplink " + name + " " + version),
                UncaughtErrors.ofThisProgram());
    }

    /** A program of a script or a test: without a log, and with errors that only it tells. */
    public static ThisProgram forgetful() {
        return new ThisProgram("client", "1.2.3", Optional.empty(), new UncaughtErrors());
    }
}
