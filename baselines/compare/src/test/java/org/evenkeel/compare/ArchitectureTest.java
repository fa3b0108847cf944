package org.evenkeel.compare;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("architecture")
class ArchitectureTest {

    private static final String ROOT = "org.evenkeel.compare";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void comparer_knowsTheKernelOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.evenkeel..")
                        .and(not(resideInAnyPackage(ROOT + "..", "org.evenkeel.kernel.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.openjdk.jmh..")
                .because(
                        "somebody who compares two files in a test of his own needs neither a command nor a leak checker")
                .check(CLASSES);
    }

    @Test
    void stages_importEarlierOnesOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("samples")
                .definedBy(ROOT + ".samples..")
                .layer("analysis")
                .definedBy(ROOT + ".analysis..")
                .layer("verdict")
                .definedBy(ROOT + ".verdict..")
                .layer("report")
                .definedBy(ROOT + ".report..")
                .layer("stored")
                .definedBy(ROOT + ".stored..")
                .layer("proof")
                .definedBy(ROOT + ".proof..")
                .whereLayer("report")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("stored")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("proof")
                .mayOnlyBeAccessedByLayers("report")
                .whereLayer("verdict")
                .mayOnlyBeAccessedByLayers("report", "stored", "proof")
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers("verdict", "report", "proof")
                .check(CLASSES);
    }

    @Test
    void packages_dependOnOneAnother_withoutCycles() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void allButTheStore_touchesNeitherFilesNorClocksNorProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".stored..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccessFile|FileInputStream|FileOutputStream)"
                        + "|java\\.lang\\.(Process|ProcessBuilder|ProcessHandle|Runtime|Thread)"
                        + "|java\\.time\\.Clock|java\\.util\\.Random|java\\.security\\.SecureRandom")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a stored run can then be judged again without being run again")
                .check(CLASSES);
    }
}
