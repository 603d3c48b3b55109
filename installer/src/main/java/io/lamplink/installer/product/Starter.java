package io.lamplink.installer.product;

/** The script that starts a packaged program on Linux. */
public final class Starter {
    private Starter() {}

    /** A script that lies, itself or what a symbolic link ends in, beside the folder {@code bin} of a program image. */
    public static String of(Product product) {
        return String.join(
                "\n",
                "#!/bin/sh",
                "# Starts " + product.words().name() + ".",
                "# File names are bytes on Linux: in a locale without UTF-8, Java can't even name a file with an accent.",
                "case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in",
                "*UTF-8 | *utf8 | *UTF8 | *utf-8) ;;",
                "*)",
                "    if [ -n \"${LC_ALL:-}\" ]; then",
                "        export LANG=\"$LC_ALL\"",
                "        unset LC_ALL",
                "    fi",
                "    export LC_CTYPE=C.UTF-8",
                "    ;;",
                "esac",
                "self=$(readlink -f \"$0\")",
                "exec \"${self%/*}/bin/" + product.command() + "\" \"$@\"",
                "");
    }
}
