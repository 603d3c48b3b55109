package io.lamplink.installer.product;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A manual page for man(1), written from what a program's command line knows of itself. picocli's own generator writes AsciiDoc,
 * which needs a large program to become a page.
 */
public final class ManPage {
    private final Product product;
    private final CommandSpec spec;
    private final List<String> lines = new ArrayList<>();

    private ManPage(Product product) {
        this.product = product;
        this.spec = product.commandLine().getCommandSpec();
    }

    /** The page of {@code product}, as roff. */
    public static String of(Product product) {
        return new ManPage(product).text();
    }

    private String text() {
        String name = product.command();
        lines.add(".TH " + upper(name) + " 1 \"\" \"Lamplink " + product.version() + "\" \"User Commands\"");
        section(
                "NAME",
                escaped(name) + " \\- " + escaped(lowered(product.words().about())));
        section("SYNOPSIS", ".B " + escaped(name), "[\\fIOPTION\\fR]...");
        section("DESCRIPTION", escaped(String.join(" ", spec.usageMessage().description())));
        section("OPTIONS");
        spec.options().stream().filter(option -> !option.hidden()).forEach(this::option);
        section(
                "OUTPUT",
                "With \\fB\\-\\-headless\\fR every event is one line of JSON on standard output;"
                        + " logs go to standard error, and into the data folder as a window's do.");
        section("EXIT STATUS", "0 if all that was asked for happened; another number otherwise.");
        files();
        section("SEE ALSO", others());
        return String.join("\n", lines) + "\n";
    }

    private void section(String title, String... text) {
        lines.add(".SH \"" + title + "\"");
        lines.addAll(List.of(text));
    }

    private void option(OptionSpec option) {
        lines.add(".TP");
        lines.add(Arrays.stream(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR" + parameter(option))
                .collect(Collectors.joining(", ")));
        lines.add(escaped(String.join(" ", option.description())));
    }

    private static String parameter(OptionSpec option) {
        return option.arity().max() == 0 ? "" : "=\\fI" + escaped(option.paramLabel()) + "\\fR";
    }

    private void files() {
        section("FILES");
        file("~/.config/lamplink", "what was chosen in the windows; in $XDG_CONFIG_HOME if that is set");
        file(
                "~/.local/share/lamplink",
                "history, logs, and files that arrived and were not saved; in $XDG_DATA_HOME if that is set."
                        + " Removing the package leaves both folders as they are.");
    }

    private void file(String path, String about) {
        lines.addAll(List.of(".TP", ".I " + escaped(path), escaped(about)));
    }

    private String others() {
        return Arrays.stream(Product.values())
                .filter(other -> other != product)
                .map(other -> "\\fB" + escaped(other.command()) + "\\fR(1)")
                .collect(Collectors.joining(", "));
    }

    /** A line that begins with a point or an apostrophe would be a command to roff. */
    static String escaped(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }

    private static String upper(String name) {
        return escaped(name.toUpperCase(java.util.Locale.ROOT));
    }

    private static String lowered(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
