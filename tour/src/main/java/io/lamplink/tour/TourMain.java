package io.lamplink.tour;

import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The tour's command line. */
@Command(
        name = "lamplink tour",
        description = "Walks through both windows by pressing their controls, checks every step and takes pictures.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class TourMain implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tour-pictures",
            description = "Write the pictures here (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(
            names = "--theme",
            paramLabel = "T",
            defaultValue = "midnight",
            description = "midnight, daylight or high-contrast (default: ${DEFAULT-VALUE}).",
            converter = ThemeConverter.class)
    private Theme theme = Theme.MIDNIGHT;

    @Option(
            names = "--language",
            paramLabel = "L",
            defaultValue = "en",
            description = "en or zh (default: ${DEFAULT-VALUE}).",
            converter = LanguageConverter.class)
    private Language language = Language.ENGLISH;

    private TourMain() {}

    /** Walks through both windows and ends with 0 only if every step was as it should be. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new TourMain()).execute(args));
    }

    @Override
    public Integer call() {
        Application.launch(TourApp.class, out.toString(), theme.token(), language.token());
        return TourApp.status();
    }

    static final class ThemeConverter implements CommandLine.ITypeConverter<Theme> {
        @Override
        public Theme convert(String token) {
            return Theme.ofToken(token)
                    .orElseThrow(() -> new CommandLine.TypeConversionException("There is no such theme."));
        }
    }

    static final class LanguageConverter implements CommandLine.ITypeConverter<Language> {
        @Override
        public Language convert(String token) {
            return Language.ofToken(token)
                    .orElseThrow(() -> new CommandLine.TypeConversionException("There is no such language."));
        }
    }
}
