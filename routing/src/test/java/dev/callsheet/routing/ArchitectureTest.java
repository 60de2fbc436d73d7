package dev.callsheet.routing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theDecisionKnowsNoFrameworkNoFileAndNoClock() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.callsheet.routing");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io..", "org.apache..", "org.eclipse..", "java.net.http..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("..decision..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..policy..", "..dialect..", "..plan..", "java.nio.file..")
                .check(classes);
        noClasses().should().callMethod(Instant.class, "now").check(classes);
    }
}
