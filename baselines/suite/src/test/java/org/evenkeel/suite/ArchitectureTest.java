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

    private static final String ROOT = "org.evenkeel.suite";
    private static final String TURNS = ROOT + ".ab.run.turns";

    /** What a feature may call its parts; the stages from samples on are pure functions of immutable values. */
    private static final String[] PURE = {
        ROOT + ".plan..",
        ROOT + ".report..",
        ROOT + ".*.plan..",
        ROOT + ".*.samples..",
        ROOT + ".*.analysis..",
        ROOT + ".*.verdict..",
        ROOT + ".*.report..",
        ROOT + ".nightly.page..",
        ROOT + ".nightly.export.."
    };

    /** What several features share, each knowing only those before it; a feature may know them all. */
    private static final String[] SHARED = {"plan", "run", "sides", "report", "page", "command"};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void stagesOfAFeature_neverLookBack() {
        for (String feature : new String[] {"ab", "profile", "nightly"}) {
            inOrder(ROOT + "." + feature, "samples", "analysis", "verdict", "report", "command");
            inOrder(ROOT + "." + feature, "plan", "run", "command");
            inOrder(ROOT + "." + feature, "samples", "stored", "command");
        }
    }

    @Test
    void sharedRooms_knowNoFeature_andNoRoomThatComesLater() {
        inOrder(ROOT, SHARED);
        noClasses()
                .that()
                .resideInAnyPackage(Arrays.stream(SHARED)
                        .map(room -> ROOT + "." + room + "..")
                        .toArray(String[]::new))
                .or()
                .resideInAPackage(ROOT + ".reach..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAnyPackage(Stream.concat(Stream.of("reach"), Arrays.stream(SHARED))
                                .map(room -> ROOT + "." + room + "..")
                                .toArray(String[]::new)))))
                .check(CLASSES);
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
                .check(CLASSES);
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
                .check(CLASSES);
    }

    @Test
    void turnTaking_standsAlone() {
        noClasses()
                .that()
                .resideInAPackage(TURNS)
                .should()
                .dependOnClassesThat(resideInAPackage("org.evenkeel..").and(not(resideInAPackage(TURNS))))
                .because("it is copied into a jar of its own, behind the class path of what is measured")
                .check(CLASSES);
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
                                "baselines/kernel",
                                "baselines/compare",
                                "baselines/suite")
                        .map(module -> Path.of("../..", module, "target", "classes"))
                        .toList());

        assertThat(all.containPackage("org.evenkeel.hotpaths"))
                .as("hotpaths was built")
                .isTrue();
        assertThat(all.containPackage("org.evenkeel.jmh")).as("jmh was built").isTrue();
        moduleKnowsOnly(all, "workload", "workload");
        moduleKnowsOnly(all, "hotpaths", "hotpaths", "workload");
        moduleKnowsOnly(all, "jmh", "jmh", "hotpaths", "workload");
        moduleKnowsOnly(all, "kernel", "kernel");
        moduleKnowsOnly(all, "compare", "compare", "kernel");
        moduleKnowsOnly(all, "leakcheck", "leakcheck", "kernel", "workload");
        moduleKnowsOnly(all, "suite", "suite", "compare", "leakcheck", "kernel", "workload");
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
    void features_dependOnOneAnother_withoutCycles() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    private void inOrder(String parent, String... rooms) {
        for (int later = 1; later < rooms.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                noClasses()
                        .that()
                        .resideInAPackage(parent + "." + rooms[earlier] + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(parent + "." + rooms[later] + "..")
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        }
    }
}
