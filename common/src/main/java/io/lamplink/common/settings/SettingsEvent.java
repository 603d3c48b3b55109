package io.lamplink.common.settings;

import java.nio.file.Path;

/** Something that happened to the file of the settings and that its owner has to know. */
public sealed interface SettingsEvent {

    /** What stood in the file made no sense. It was renamed to {@code kept}, and settings begin anew. */
    record SetAside(Path kept) implements SettingsEvent {}

    /** What was chosen is not in {@code file}, and holds for this run only. Told once until it works again. */
    record NotKept(Path file) implements SettingsEvent {}
}
