package org.evenkeel.leakcheck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("architecture")
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.evenkeel.leakcheck");

    @Test
    void stages_importEarlierOnesOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("plan")
                .definedBy("org.evenkeel.leakcheck.plan..")
                .layer("samples")
                .definedBy("org.evenkeel.leakcheck.samples..")
                .layer("run")
                .definedBy("org.evenkeel.leakcheck.run..")
                .layer("analysis")
                .definedBy("org.evenkeel.leakcheck.analysis..")
                .layer("verdict")
                .definedBy("org.evenkeel.leakcheck.verdict..")
                .layer("report")
                .definedBy("org.evenkeel.leakcheck.report..")
                .layer("check")
                .definedBy("org.evenkeel.leakcheck.check..")
                .layer("helper")
                .definedBy("org.evenkeel.leakcheck.helper..")
                .layer("command")
                .definedBy("org.evenkeel.leakcheck.command..")
                .whereLayer("command")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("helper")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers("helper", "command")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("check", "helper", "command")
                .whereLayer("verdict")
                .mayOnlyBeAccessedByLayers("report", "check", "helper", "command")
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers("verdict", "report", "check", "helper", "command")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("check", "helper", "command")
                .whereLayer("samples")
                .mayOnlyBeAccessedByLayers("run", "analysis", "verdict", "report", "check", "helper", "command")
                .check(CLASSES);
    }

    @Test
    void fromSamplesOn_nothingTouchesTheWorld() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.evenkeel.leakcheck.samples..",
                        "org.evenkeel.leakcheck.analysis..",
                        "org.evenkeel.leakcheck.verdict..",
                        "org.evenkeel.leakcheck.report..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.nio.file..")
                        .or(resideInAPackage("java.net.."))
                        .or(resideInAPackage("java.lang.management..")))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        System.class,
                        Thread.class,
                        Runtime.class,
                        Process.class,
                        ProcessBuilder.class,
                        File.class,
                        InputStream.class,
                        OutputStream.class)
                .because("a stored run has to give the same verdict at any time and on any machine")
                .check(CLASSES);
    }

    @Test
    void worker_standsAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.evenkeel.leakcheck.run.worker..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.evenkeel.leakcheck..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAPackage("org.evenkeel.leakcheck.run.worker.."))))
                .because("it is copied into a jar of its own, and everything in it is on the heap that is measured")
                .check(CLASSES);
    }
}
