package io.lamplink.installer.product;

import picocli.AutoComplete;

/** Completion of a program's command line in zsh. */
public final class ZshCompletion {
    private ZshCompletion() {}

    /**
     * A file that zsh's own completion loads when it is first needed. The script for bash, which picocli writes, does the work
     * through zsh's bashcompinit; it is inside, so that the file needs no other one.
     */
    public static String of(Product product) {
        String name = product.command();
        return String.join(
                "\n",
                "#compdef " + name,
                "# Completes " + name + ": picocli's script for bash, run by zsh's own bashcompinit.",
                "autoload -Uz bashcompinit && bashcompinit",
                "(( $+functions[compopt] )) || compopt() { :; } # bash's, which the script calls and zsh has not",
                AutoComplete.bash(name, product.commandLine()).strip(),
                "# From now on bash's function is asked; this time it is asked here.",
                "_bash_complete -o default -F _complete_" + name,
                "");
    }
}
