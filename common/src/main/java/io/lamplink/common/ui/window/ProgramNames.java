package io.lamplink.common.ui.window;

import java.util.Locale;
import java.util.Set;

/** Which names are those of programs: opening one of them could start what a peer has sent. */
final class ProgramNames {

    private static final Set<String> ENDINGS = Set.of(
            "exe",
            "com",
            "bat",
            "cmd",
            "msi",
            "msix",
            "scr",
            "pif",
            "lnk",
            "url",
            "ps1",
            "vbs",
            "vbe",
            "js",
            "jse",
            "wsf",
            "hta",
            "reg",
            "cpl",
            "jar",
            "jnlp",
            "sh",
            "run",
            "desktop",
            "appimage",
            "deb",
            "rpm",
            "command",
            "app",
            "pkg",
            "dmg",
            "scpt",
            "workflow",
            "py",
            "pl",
            "rb");

    private ProgramNames() {}

    /** Whether {@code name} is one; a folder may be a program, too, on a Mac. */
    static boolean isProgram(String name) {
        return ENDINGS.contains(
                name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT));
    }
}
