package dev.callsheet.identity;

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
            .importPackages("dev.callsheet.identity");

    @Test
    void whatMeasuresIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..identity.picture..", "..identity.face..", "..identity.clip..", "..identity.measure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..identity.decode..",
                        "..identity.onnx..",
                        "..identity.evidence..",
                        "..identity.program..",
                        "ai.onnxruntime..",
                        "com.fasterxml..",
                        "java.awt..",
                        "java.io..",
                        "java.nio.file..",
                        "org.bytedeco..")
                .check(classes);
    }

    @Test
    void nothingLooksAtAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(classes);
    }

    @Test
    void programsAreOnTopAndNobodyKnowsThem() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..identity.program..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..identity.program..")
                .check(classes);
    }
}
