package io.lamplink.common.transfer;

import java.nio.file.Path;

/**
 * Where a folder is being saved whose files are leaving the spool one by one, so that what was broken off goes on there.
 * Immutable.
 *
 * @param target that folder, which was made for it, as an absolute path; empty if a person chose one that may have been there
 * @param files how many files had arrived, those that have left the spool since among them
 */
public record SavedPart(String target, int files) {

    /** Whether it stands in {@code parent}. */
    public boolean isIn(Path parent) {
        return parent.toAbsolutePath().resolve(name()).toString().equals(target);
    }

    /** The name that it got. */
    public String name() {
        return target.substring(Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\')) + 1);
    }
}
