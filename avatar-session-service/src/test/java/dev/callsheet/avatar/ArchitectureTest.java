package dev.callsheet.avatar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.callsheet.avatar");

    @Test
    void theDomainIsPure() {
        classes()
                .that()
                .resideInAPackage("..avatar.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "..avatar.domain..",
                        "dev.callsheet.contracts..",
                        "dev.callsheet.conversation..",
                        "java..",
                        "org.jspecify..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..avatar.domain..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.sql..", "java.util.concurrent..")
                .check(CLASSES);
    }

    @Test
    void conversationsKnowPortsAndNotWhatIsBehindThem() {
        noClasses()
                .that()
                .resideInAPackage("..avatar.live..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..avatar.inbound..", "..avatar.outbound..")
                .check(CLASSES);
    }

    @Test
    void theDoorsDoNotReachAround() {
        noClasses()
                .that()
                .resideInAPackage("..avatar.inbound..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..avatar.outbound..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..avatar.outbound..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..avatar.inbound..", "..avatar.live..")
                .check(CLASSES);
    }
}
