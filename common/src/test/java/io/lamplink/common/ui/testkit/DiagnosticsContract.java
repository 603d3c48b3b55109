package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.diagnostics.LogFiles;
import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.diagnostics.UncaughtErrors;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.window.WindowOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What either window tells of the program, and of errors in it. */
public abstract class DiagnosticsContract<E extends FakeEngine> extends WindowFixture<E> {
    private final FakeOpener opener = new FakeOpener();
    private final UncaughtErrors errors = new UncaughtErrors();
    private final String name;

    @TempDir
    private Path temp;

    private LogFiles log;

    /** A contract for the program called {@code name}. */
    protected DiagnosticsContract(PlayedProgram<E> program, String name) {
        super(program);
        this.name = name;
    }

    @BeforeEach
    void openWithLog() throws IOException {
        log = LogFiles.begin(temp.resolve("log"), name + " 4.5.6");
        reopen(knowing(options));
    }

    @AfterEach
    void endLog() {
        Fx.run(() -> beside().forEach(Stage::hide));
        log.close();
    }

    private WindowOptions knowing(WindowOptions other) {
        return other.with(opener).with(new ThisProgram(name, "4.5.6", Optional.of(log), errors));
    }

    private List<Stage> beside() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage one && hands().stage().equals(one.getOwner()))
                .map(Stage.class::cast)
                .toList();
    }

    private Hands only() {
        Fx.settle();
        List<Stage> open = Fx.get(this::beside);
        assertEquals(1, open.size());
        return new Hands(open.getFirst());
    }

    private Hands openAbout() {
        hands().press(KeyCode.SHIFT, KeyCode.F1);
        return only();
    }

    private static void press(Hands hands, String button) {
        Button found = hands.find(Button.class, button);
        Fx.run(found::fire);
        Fx.settle();
    }

    /** What is copied when {@code button} is pressed. */
    private static String copied(Hands hands, String button) {
        Fx.run(() -> Clipboard.getSystemClipboard().clear());
        press(hands, button);
        Fx.until(() -> Clipboard.getSystemClipboard().hasString());
        return Fx.get(() -> Clipboard.getSystemClipboard().getString());
    }

    private void happens(Throwable error) {
        errors.uncaughtException(Thread.currentThread(), error);
        Fx.settle();
    }

    private static RuntimeException at(int line) {
        RuntimeException error = new IllegalStateException("Broken.");
        error.setStackTrace(new StackTraceElement[] {new StackTraceElement("io.lamplink.X", "run", "X.java", line)});
        return error;
    }

    @Test
    void aboutTellsWhichProgramThisIsAndUnderWhichLicences() {
        Hands about = openAbout();
        assertEquals("About Lamplink", about.stage().getTitle());
        assertEquals("Lamplink " + name, about.find(Label.class, ".head .name").getText());
        assertEquals("Version 4.5.6", about.find(Label.class, ".head .version").getText());
        TextArea own = about.find(TextArea.class, "#licenceText");
        TextArea others = about.find(TextArea.class, "#librariesText");
        Fx.until(() ->
                own.getText().startsWith("MIT License") && others.getText().contains("JavaFX"));
        Fx.run(() -> Event.fireEvent(
                about.stage().getScene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertFalse(about.stage().isShowing());
    }

    @Test
    void theKeyboardGetsEverywhereAndOut() {
        Hands about = openAbout();
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            stops.add(Fx.get(() -> {
                Node owner = about.stage().getScene().getFocusOwner();
                return Objects.requireNonNullElse(
                        owner.getId(), owner.getStyleClass().getFirst());
            }));
            about.press(KeyCode.TAB);
        }
        assertEquals(
                List.of(
                        "copyDiagnosticsButton",
                        "showLogButton",
                        "licenceText",
                        "librariesText",
                        "button",
                        "copyDiagnosticsButton"),
                stops);
        TextArea text = about.find(TextArea.class, "#licenceText");
        Fx.run(text::requestFocus);
        about.press(KeyCode.ESCAPE);
        assertFalse(about.stage().isShowing());
    }

    @Test
    void theSettingsLeadThere() {
        hands().press(KeyCode.CONTROL, KeyCode.COMMA);
        press(only(), "#aboutButton");
        assertTrue(
                Fx.get(this::beside).stream().anyMatch(stage -> stage.getTitle().equals("About Lamplink")));
    }

    @Test
    void theFolderOfTheLogIsShown() {
        press(openAbout(), "#showLogButton");
        assertEquals(List.of("open " + log.folder()), opener.opened);
    }

    @Test
    void whatIsCopiedHelpsAndTellsNothingOfAnybody() {
        options.settings().put("name", "Secret Ann");
        options.settings().put("theme", "sheet:secret");
        options.settings().put("recent-servers", "secret.example:8080");
        options.settings().put("save-folder", "/home/ann/secret");
        options.settings().put("history-days", "secret");
        options.settings().put("pin", "836254");
        options.settings().put("sound", "true");
        options.settings().put("history", "off");
        connect();
        tell(Samples.received(mei, "a secret text"));
        TransferSnapshot file = Samples.incoming("secret.pdf", 1_000, 10);
        tell(new EngineEvent.TransferChanged(mei, file, null));
        engine.statistics = List.of(Samples.figures(mei));
        String text = copied(openAbout(), "#copyDiagnosticsButton");
        assertTrue(text.startsWith("Lamplink " + name + " 4.5.6\n"), text);
        for (String told :
                List.of("\nJava: ", "\nJavaFX: ", "\nSystem: ", "\nMemory: ", "\nWindow engine: Headless,")) {
            assertTrue(text.contains(told), text);
        }
        assertTrue(text.contains("  history = off\n"), text);
        assertTrue(text.contains("  sound = true\n  theme = another\n"), text);
        assertTrue(text.contains("\nLinks: connected, 1 up\n  lamplink.v1, in clear, round trip 1.6 ms"), text);
        assertFalse(text.toLowerCase(Locale.ROOT).contains("secret"), text);
        for (String own : List.of("Mei", "192.168.1.21", "836254")) {
            assertFalse(text.contains(own), text);
        }
    }

    @Test
    void anErrorIsToldInASentenceAndTheProgramGoesOn() {
        happens(at(1));
        Hands told = only();
        assertEquals("Something went wrong", told.stage().getTitle());
        assertEquals(
                "IllegalStateException", told.find(Label.class, "#errorNames").getText());
        String details = copied(told, ".copy-button");
        assertTrue(details.startsWith("Lamplink " + name + " 4.5.6\nJava: "), details);
        assertTrue(details.contains("IllegalStateException: Broken.\n\tat io.lamplink.X.run(X.java:1)\n"), details);
        connect();
        tell(Samples.received(mei, "Still here"));
        assertTrue(hands().stage().isShowing());
    }

    @Test
    void aStormOfErrorsShowsOneWindowAndTheSameKindNoSecond() {
        for (int i = 0; i < 300; i++) {
            errors.uncaughtException(Thread.currentThread(), at(i % 20));
        }
        Hands told = only();
        assertEquals(10, told.find(Label.class, "#errorNames").getText().lines().count());
        told.close();
        happens(at(3));
        assertEquals(List.of(), Fx.get(this::beside));
        happens(new NullPointerException());
        assertEquals(
                "NullPointerException", only().find(Label.class, "#errorNames").getText());
    }

    @Test
    void errorsOfTheWindowsOwnThreadAndOfOthersAreTold() throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(errors);
        try {
            javafx.application.Platform.runLater(() -> {
                throw new IllegalStateException("on the window's thread");
            });
            Thread other = Thread.ofPlatform().start(() -> {
                throw new UnsupportedOperationException("on another");
            });
            other.join();
            Fx.settle();
            List<String> names = only().find(Label.class, "#errorNames")
                    .getText()
                    .lines()
                    .sorted()
                    .toList();
            assertEquals(List.of("IllegalStateException", "UnsupportedOperationException"), names);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void bothFollowTheLanguage() {
        Hands about = openAbout();
        choose("#languageButton", 1);
        assertEquals("关于 Lamplink", about.stage().getTitle());
        assertEquals("版本 4.5.6", about.find(Label.class, ".head .version").getText());
        about.close();
        happens(at(1));
        assertEquals("程序出错", only().stage().getTitle());
    }
}
