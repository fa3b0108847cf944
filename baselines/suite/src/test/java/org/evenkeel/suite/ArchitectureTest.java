package org.evenkeel.suite;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("architecture")
class ArchitectureTest {

    private static final String ROOT = "org.evenkeel.baselines";
    private static final String TURNS = ROOT + ".run.interleaved.turns";
    private static final String[] PURE = {
        ROOT + ".plan..", ROOT + ".samples..", ROOT + ".analysis..", ROOT + ".verdict..", ROOT + ".report.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void stages_fromSamplesOn_neverLookBack() {
        inOrder("samples", "analysis", "verdict", "report", "command");
        inOrder("samples", "stored", "command");
        inOrder("plan", "run", "command");
        inOrder("plan", "report", "command");
    }

    @Test
    void stages_fromSamplesOn_touchNeitherFilesNorClocksNorProcesses() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
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
                .check(classes);
    }

    @Test
    void module_readsFiles_andNeedsNoBenchmark() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackage(TURNS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.openjdk.jmh..", "org.evenkeel.hotpaths..", "org.evenkeel.jmh..")
                .check(classes);
    }

    @Test
    void turnTaking_standsAlone() {
        noClasses()
                .that()
                .resideInAPackage(TURNS)
                .should()
                .dependOnClassesThat(resideInAPackage("org.evenkeel..").and(not(resideInAPackage(TURNS))))
                .because("it is copied into a jar of its own, behind the class path of what is measured")
                .check(classes);
    }

    @Test
    void modules_dependOneWay() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPaths(Stream.of(
                                "benchmarks/workload",
                                "benchmarks/hotpaths",
                                "benchmarks/jmh",
                                "leakcheck",
                                "baselines")
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());

        assertThat(all.containPackage("org.evenkeel.hotpaths"))
                .as("hotpaths was built")
                .isTrue();
        assertThat(all.containPackage("org.evenkeel.jmh")).as("jmh was built").isTrue();
        moduleKnowsOnly(all, "workload", "workload");
        moduleKnowsOnly(all, "hotpaths", "hotpaths", "workload");
        moduleKnowsOnly(all, "jmh", "jmh", "hotpaths", "workload");
        moduleKnowsOnly(all, "leakcheck", "leakcheck", "workload");
        moduleKnowsOnly(all, "baselines", "baselines", "leakcheck", "workload");
        noClasses()
                .that()
                .resideInAnyPackage("org.evenkeel.hotpaths..", "org.evenkeel.workload..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.openjdk.jmh..")
                .because("a hot path is written without JMH")
                .check(all);
    }

    private static void moduleKnowsOnly(JavaClasses all, String module, String... known) {
        noClasses()
                .that()
                .resideInAPackage("org.evenkeel." + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.evenkeel..")
                        .and(not(resideInAnyPackage(Arrays.stream(known)
                                .map(name -> "org.evenkeel." + name + "..")
                                .toArray(String[]::new)))))
                .check(all);
    }

    @Test
    void packages_dependOnOneAnother_withoutCycles() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    private void inOrder(String... stages) {
        for (int later = 1; later < stages.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + stages[earlier] + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + "." + stages[later] + "..")
                        .check(classes);
            }
        }
    }
}
