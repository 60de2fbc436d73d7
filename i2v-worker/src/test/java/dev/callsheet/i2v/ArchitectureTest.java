package dev.callsheet.i2v;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theDomainKnowsNoFrameworkNoTableAndNoNetwork() {
        noClasses()
                .that()
                .resideInAPackage("..i2v.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..render.outbound..",
                        "..render.inbound..",
                        "dev.callsheet.corridor..",
                        "jakarta..",
                        "io..",
                        "java.sql..",
                        "java.net.http..",
                        "org.eclipse..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.callsheet.i2v"));
    }
}
