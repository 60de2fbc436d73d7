package dev.callsheet.render;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.callsheet.render");

    @Test
    void theDomainKnowsNoFrameworkNoTableAndNoNetwork() {
        noClasses()
                .that()
                .resideInAPackage("..render.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..render.outbound..",
                        "..render.inbound..",
                        "dev.callsheet.render",
                        "dev.callsheet.corridor..",
                        "jakarta..",
                        "io..",
                        "java.sql..",
                        "java.net.http..",
                        "org.eclipse..")
                .check(CLASSES);
    }

    @Test
    void nothingThatIsDrivenKnowsItsDriver() {
        noClasses()
                .that()
                .resideInAPackage("..render.outbound..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..render.inbound..", "dev.callsheet.render")
                .check(CLASSES);
    }

    @Test
    void onlyTheDoorsKnowTheFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..render.inbound..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..", "org.eclipse.microprofile..")
                .check(CLASSES);
    }
}
