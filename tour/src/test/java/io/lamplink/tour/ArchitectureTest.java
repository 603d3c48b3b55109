package io.lamplink.tour;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which room may know which: the rules of docs/architecture.md that a reader could break without noticing. */
final class ArchitectureTest {

    private static final String COMMON = "io.lamplink.common.";
    private static final String[] ROOMS_WITHOUT_WINDOW_OR_SOCKET = {
        COMMON + "protocol..",
        COMMON + "transfer..",
        COMMON + "session..",
        COMMON + "discovery..",
        COMMON + "reach..",
        COMMON + "host..",
        COMMON + "history..",
        COMMON + "security..",
        COMMON + "entry..",
        COMMON + "settings..",
        COMMON + "notice..",
        COMMON + "power..",
        COMMON + "tray.."
    };

    private static JavaClasses everything;

    @BeforeAll
    static void readClasses() {
        everything = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("/testkit/"))
                .importPackages("io.lamplink");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"io.lamplink.common", "io.lamplink.client.app", "io.lamplink.server.app", "io.lamplink.tour"})
    void everyModuleIsLookedAt(String module) {
        assertTrue(
                everything.stream().anyMatch(type -> type.getPackageName().startsWith(module)),
                () -> "no class of " + module + " was read, so these rules say nothing about it");
    }

    @Test
    void theCoreKnowsNoWindow() {
        check(noClasses()
                .that()
                .resideInAnyPackage(ROOMS_WITHOUT_WINDOW_OR_SOCKET)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..")
                .because("messages, transfers and links must be testable by the thousand without a window"));
    }

    @Test
    void theCoreKnowsNoSocketLibrary() {
        check(noClasses()
                .that()
                .resideInAnyPackage(ROOMS_WITHOUT_WINDOW_OR_SOCKET)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.java_websocket..")
                .because("a simulated link takes the socket's place in tests"));
    }

    @Test
    void theProtocolNeedsOnlyJavaItself() {
        check(classes()
                .that()
                .resideInAPackage("io.lamplink.common.protocol")
                .should()
                .onlyDependOnClassesThat(belongTo("java.base, jspecify or the protocol itself", "protocol"))
                .because("both peers must agree on it, whatever libraries each of them uses"));
    }

    @Test
    void onlyTheJsonRoomsKnowJackson() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.lamplink.common.protocol.json..",
                        "io.lamplink.common.scripted..",
                        "io.lamplink.common.history..",
                        "io.lamplink.common.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("a JSON field is named in one place"));
    }

    @Test
    void onlyTheHistoryKnowsADatabase() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.lamplink.common.history..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .because("everybody else sees entries and pages, and never waits for the disk"));
    }

    @Test
    void theHistoryKnowsNeitherEngineNorWindow() {
        check(noClasses()
                .that()
                .resideInAPackage("io.lamplink.common.history..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.lamplink.common.engine..", "io.lamplink.common.ui..", "io.lamplink.common.session..")
                .because("it outlives both, and the recorder stands between"));
    }

    @Test
    void onlyTheSecurityRoomKnowsBouncyCastle() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.lamplink.common.security..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .because("it is here for points of one curve, and not for every cipher there ever was"));
    }

    @Test
    void onlyTheEndpointsKnowJavaWebSocket() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.lamplink.common.websocket..", "io.lamplink.client.net..", "io.lamplink.server.net..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.java_websocket..")
                .because("everything else sees frames and a channel, and never learns which library carries them"));
    }

    @Test
    void onlyOneRoomKnowsTheLibraryOfMulticastDns() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.lamplink.common.discovery.mdns..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.jmdns..")
                .because("the library is kept within bounds in one place, and all else is tested without a network"));
    }

    @Test
    void onlyTheRoomsOfNoticesAndOfTraysKnowTheDesktopBesideJavaFx() {
        check(noClasses()
                .that()
                .resideInAPackage("io.lamplink.common..")
                .and()
                .resideOutsideOfPackages(
                        "io.lamplink.common.notice..",
                        "io.lamplink.common.picture..",
                        "io.lamplink.common.tray.desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.sound..", "javax.swing..")
                .because("it starts a second toolkit, which only a system that has no other way may need"));
    }

    @Test
    void onlyOneRoomKnowsTheLibraryOfDBus() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.lamplink.common.tray.bus..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.freedesktop.dbus..")
                .because("it is loaded when a sign is wanted, and never before"));
    }

    @Test
    void theRoomOfPicturesKnowsPixelsAndNoDesktop() {
        check(noClasses()
                .that()
                .resideInAPackage("io.lamplink.common.picture..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt", "java.awt.event..", "javax.swing..", "javafx..")
                .because("pixels in memory need no toolkit, and drawing on them would start one"));
    }

    @Test
    void onlyOneControlKnowsTheLibraryOfCodes() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.lamplink.common.ui.control.QrCode")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.zxing..")
                .because("a code is a picture of a text, and nobody else needs to know how it is drawn"));
    }

    @Test
    void thereIsOneDoorToTheFxThread() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.lamplink.common.ui.fx..")
                .should()
                .accessTargetWhere(describe(
                        "Platform.runLater is called or passed on",
                        access -> access.getTargetOwner().isEquivalentTo(Platform.class)
                                && access.getName().equals("runLater")))
                .because("updates that don't pass the one door are not gathered, and flood the window"));
    }

    @Test
    void viewModelsKnowNoNode() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .because("what a window says must be testable without opening it"));
    }

    @Test
    void controllersMoveNoFilesAndOpenNoSockets() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.lamplink.common.transfer..", "io.lamplink.*.net..")
                .because("a controller binds nodes to its view-model, and the view-model talks to the engine"));
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("io.lamplink.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package in disguise"));
    }

    @Test
    void onlyTheCommandLineUsesTheStandardStreams() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.lamplink.common.scripted..", "io.lamplink.*.app..", "io.lamplink.tour..")
                .should(ACCESS_STANDARD_STREAMS)
                .because("standard output carries the headless commands' events; the rest goes to the log"));
    }

    /** Rules hold for rooms that are still empty too. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(everything);
    }

    private static DescribedPredicate<JavaClass> belongTo(String description, String room) {
        Set<String> javaBase = Object.class.getModule().getPackages();
        return describe(description, type -> {
            String name = type.getBaseComponentType().getPackageName();
            return name.isEmpty() // a primitive
                    || javaBase.contains(name)
                    || name.equals("org.jspecify.annotations")
                    || name.equals(COMMON + room);
        });
    }
}
