package dev.callsheet.scorer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.callsheet.scorer");

    @Test
    void theDomainIsPure() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..scorer.inbound..",
                        "..scorer.outbound..",
                        "dev.callsheet.contracts..",
                        "dev.callsheet.corridor..",
                        "ai.onnxruntime..",
                        "com.fasterxml..",
                        "io..",
                        "jakarta..",
                        "java.awt..",
                        "java.io..",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "org.bytedeco..",
                        "org.eclipse..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(classes);
    }

    @Test
    void whatIsDrivenDoesNotKnowWhatDrives() {
        noClasses()
                .that()
                .resideInAPackage("..outbound..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..scorer.inbound..")
                .check(classes);
    }
}
