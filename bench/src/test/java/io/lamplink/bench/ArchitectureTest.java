package io.lamplink.bench;

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
                .importPackages("io.lamplink.bench");
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("io.lamplink.(**)").should().beFreeOfCycles());
    }

    @Test
    void onlyTheCommandLineUsesTheStandardStreams() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.lamplink.bench.app")
                .should(ACCESS_STANDARD_STREAMS)
                .because("a worker's standard output carries its reports"));
    }

    @Test
    void whatMeasuresKnowsNoSocketLibrary() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.java_websocket..")
                .because("the engines are measured as a user has them"));
    }

    private static void check(ArchRule rule) {
        rule.check(everything);
    }
}
