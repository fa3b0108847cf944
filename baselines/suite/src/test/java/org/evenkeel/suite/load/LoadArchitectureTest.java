package org.evenkeel.suite.load;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("architecture")
class LoadArchitectureTest {

    private static final String ROOT = "org.evenkeel.suite.load.";
    private static final String WORKER = ROOT + "run.worker..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.evenkeel.suite.load");

    @Test
    void stages_importEarlierOnesOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("plan")
                .definedBy(ROOT + "plan..")
                .layer("samples")
                .definedBy(ROOT + "samples..")
                .layer("run")
                .definedBy(ROOT + "run")
                .layer("analysis")
                .definedBy(ROOT + "analysis..")
                .layer("verdict")
                .definedBy(ROOT + "verdict..")
                .layer("report")
                .definedBy(ROOT + "report..")
                .layer("command")
                .definedBy(ROOT + "command..")
                .whereLayer("command")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("verdict")
                .mayOnlyBeAccessedByLayers("report", "command")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers("verdict", "report", "command")
                .whereLayer("samples")
                .mayOnlyBeAccessedByLayers("run", "analysis", "verdict", "report", "command")
                .check(CLASSES);
    }

    @Test
    void fromSamplesOn_nothingTouchesFilesNorClocksNorProcesses() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "plan..", ROOT + "samples..", ROOT + "analysis..", ROOT + "verdict..", ROOT + "report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.(Process|ProcessBuilder|Runtime|Thread)|java\\.time\\.Clock")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("a stored run can then be judged again without being run again")
                .check(CLASSES);
    }

    @Test
    void runner_standsAlone() {
        noClasses()
                .that()
                .resideInAPackage(WORKER)
                .should()
                .dependOnClassesThat(resideInAPackage("org.evenkeel..")
                        .and(not(resideInAPackage(WORKER)))
                        .and(not(resideInAPackage("org.evenkeel.workload..")))
                        .and(not(resideInAPackage("org.evenkeel.leakcheck.run.worker.."))))
                .because("it is copied into a jar of its own, behind the class path of what is driven")
                .check(CLASSES);
    }
}
