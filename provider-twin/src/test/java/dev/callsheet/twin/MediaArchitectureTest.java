package dev.callsheet.twin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class MediaArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.callsheet.twin.queue", "dev.callsheet.twin.render", "dev.callsheet.twin.billing");

    @Test
    void decisionsKnowNoFrameworkAndNoPictures() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "io.vertx..",
                        "io.smallrye..",
                        "java.awt..",
                        "..outbound..",
                        "..inbound..")
                .check(CLASSES);
    }

    @Test
    void theQueueTheRendererAndTheJournalKnowNothingOfLiveSessions() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..twin.live..", "..twin.speech..", "..twin.chat..")
                .check(CLASSES);
    }

    @Test
    void theRendererKnowsNothingOfTheQueue() {
        noClasses()
                .that()
                .resideInAPackage("..twin.render..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..twin.queue..", "..twin.billing..")
                .check(CLASSES);
    }
}
