package dev.callsheet.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.callsheet.stack");

    @Test
    void whatTestsUseNeedsNothingThatOnlyTheProgramHas() {
        noClasses()
                .that()
                .resideInAPackage("dev.callsheet.stack")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.callsheet.stack.*..", "picocli..", "io.opentelemetry..", "com.google.protobuf..")
                .check(CLASSES);
    }

    @Test
    void theSupervisorKnowsNoCommands() {
        noClasses()
                .that()
                .resideInAnyPackage("..supervisor..", "..traces..", "..media..", "..door..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..program..", "..demo..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void noServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.callsheet.requestapi..",
                        "dev.callsheet.router..",
                        "dev.callsheet.i2v..",
                        "dev.callsheet.r2v..",
                        "dev.callsheet.render..",
                        "dev.callsheet.avatar..",
                        "dev.callsheet.scorer..",
                        "dev.callsheet.twin..")
                .check(CLASSES);
    }
}
