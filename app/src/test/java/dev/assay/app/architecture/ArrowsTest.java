package dev.assay.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.assay.core.evidence.Proven;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The arrows of the house point down only, and nothing reaches around a door. */
class ArrowsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.assay");

    @Test
    void coreKnowsNoOutsideWorld() {
        noClasses()
                .that()
                .resideInAPackage("dev.assay.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "java.sql..",
                        "com.sun.net..",
                        "dev.assay.wire..",
                        "dev.assay.civitai..",
                        "dev.assay.models..",
                        "dev.assay.comfyui..",
                        "dev.assay.replica..",
                        "dev.assay.app..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("dev.assay.core..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .check(HOUSE);
    }

    @Test
    void theModulesBelowDoNotKnowEachOther() {
        onlyCore("civitai", "models", "comfyui", "replica", "app");
        onlyCore("models", "wire", "civitai", "comfyui", "replica", "app");
        onlyCore("comfyui", "civitai", "models", "replica", "app");
        onlyCore("replica", "wire", "civitai", "models", "comfyui", "app");
    }

    @Test
    void theWireKnowsNothingOfTheHouse() {
        onlyCore("wire", "core", "civitai", "models", "comfyui", "replica", "app");
    }

    private static void onlyCore(String module, String... others) {
        for (var other : others) {
            noClasses()
                    .that()
                    .resideInAPackage("dev.assay." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.assay." + other + "..")
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }

    @Test
    void onlyTheDemoReachesTheReplica() {
        noClasses()
                .that()
                .resideInAPackage("dev.assay.app..")
                .and()
                .resideOutsideOfPackage("dev.assay.app.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.assay.replica..")
                .check(HOUSE);
    }

    @Test
    void nothingBelowTheCommandLinePrints() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.assay.core..",
                        "dev.assay.wire..",
                        "dev.assay.civitai..",
                        "dev.assay.models..",
                        "dev.assay.comfyui..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(HOUSE);
    }

    @Test
    void onlyTheCheckMakesSomethingProven() {
        classes()
                .that()
                .areAssignableTo(Proven.class)
                .should()
                .onlyBeAccessed()
                .byAnyPackage("..")
                .check(HOUSE);
        noClasses()
                .that(HasName.Predicates.nameMatching("(?!dev\\.assay\\.core\\.evidence\\.Evidence).*"))
                .should()
                .callConstructor(Proven.class, Object.class)
                .check(HOUSE);
    }

    @Test
    void packagesOfAModuleFormNoCycle() {
        for (var module : new String[] {"core", "wire", "civitai", "models", "comfyui", "replica", "app"}) {
            slices().matching("dev.assay." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }
}
