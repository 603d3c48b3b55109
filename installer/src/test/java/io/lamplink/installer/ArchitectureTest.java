package io.lamplink.installer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md as far as they touch this module, which the tour's test does not see. */
final class ArchitectureTest {
    private static JavaClasses everything;

    @BeforeAll
    static void readClasses() {
        everything = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.lamplink.installer");
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("io.lamplink.installer.(**)").should().beFreeOfCycles());
    }

    @Test
    void onlyTheCommandLineUsesTheStandardStreams() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.lamplink.installer.app")
                .should(ACCESS_STANDARD_STREAMS)
                .because("what is made is told by who was asked to make it"));
    }

    @Test
    void imagesKnowNoSystemsPackages() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.lamplink.installer.image", "io.lamplink.installer.supply")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.lamplink.installer.app", "io.lamplink.installer.linux")
                .because("Windows and macOS get the same image"));
    }

    @Test
    void onlyTheSupplyKnowsJackson() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.lamplink.installer.supply")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("a JSON field is named in one place"));
    }

    @Test
    void programsAreKnownOnlyByTheirCommandLines() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.lamplink.common..", "io.lamplink.client.view..", "io.lamplink.server.view..")
                .because("what is packaged is started, and not called"));
    }

    private static void check(ArchRule rule) {
        rule.check(everything);
    }
}
