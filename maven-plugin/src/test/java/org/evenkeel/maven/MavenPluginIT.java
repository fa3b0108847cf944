package org.evenkeel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.maven.Shell.Ended;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals on small projects of the layouts that there are, with forks of a fifth of a second. */
@Tag("long")
@Tag("commands")
class MavenPluginIT {

    private static final String SHORT = "-Devenkeel.arguments=--warmup,100ms,--measure,200ms,--busy,100%";
    private static final String SLOWER = "20_000";

    @TempDir
    Path folder;

    @BeforeAll
    static void repository() throws IOException {
        ItRepository.make();
    }

    @Test
    void ab_benchmarksInTestScope_inAPathWithSpaces_slowerThanHead_failsTheBuildAndLeavesAReport() throws Exception {
        StrangersProject project = StrangersProject.copyOf("single", folder.resolve("a project of mine"));
        project.edit("src/main/java/org/acme/Sum.java", "1_000", SLOWER);

        Ended ended = project.goal("ab", "-Dbase=main", "-Dbudget=90s", SHORT);

        assertRegressed(project, ended, "org.acme.SumBenchmark.sum");
        assertThat(project.folder().resolve("target/evenkeel/worktrees")).isEmptyDirectory();
        // All is there now, and the child Mavens are told to stay off line too.
        Ended offLine = project.goal("ab", "-o", "-Dbudget=90s", SHORT);
        assertRegressed(project, offLine, "org.acme.SumBenchmark.sum");
    }

    @Test
    void ab_sameCode_failsOnlyOnWhatItIsToldTo() throws Exception {
        StrangersProject project = StrangersProject.copyOf("single", folder.resolve("same"));

        Ended ended = project.goal("ab", "-Dbase=HEAD", "-Dbudget=20s", "-DfailOn=1,2", SHORT);

        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("BUILD SUCCESS").doesNotContain("regressed ");
        assertThat(project.results("comparison.json")).hasSize(1);
    }

    @Test
    void ab_severalModules_measuresThoseWithBenchmarks_whereTheOtherOneChanged() throws Exception {
        StrangersProject project = StrangersProject.copyOf("multi", folder.resolve("multi"));
        project.edit("library/src/main/java/org/acme/Sum.java", "1_000", SLOWER);
        project.commit("slower");

        Ended ended = project.goal("ab", "-Dbase=HEAD~1", "-Dbudget=90s", SHORT);

        assertRegressed(project, ended, "org.acme.SumBenchmark.sum");
    }

    /** Maven then runs the goal on the selected module alone, which is not the one that it was started on. */
    @Test
    void ab_oneModuleSelected_isMeasuredWithTheChangeOfWhatItNeeds() throws Exception {
        StrangersProject project = StrangersProject.copyOf("multi", folder.resolve("selected"));
        project.edit("library/src/main/java/org/acme/Sum.java", "1_000", SLOWER);

        Ended ended = project.goal("ab", "-pl", "benchmarks", "-Dbudget=90s", SHORT);

        assertRegressed(project, ended, "org.acme.SumBenchmark.sum");
    }

    @Test
    void ab_sourcesInSrcJmh_thatTheBuildDoesNotKnow_areCompiledAndMeasured() throws Exception {
        StrangersProject project = StrangersProject.copyOf("src-jmh", folder.resolve("src-jmh"));
        project.edit("src/main/java/org/acme/Sum.java", "1_000", SLOWER);

        assertRegressed(project, project.goal("ab", "-Dbudget=90s", SHORT), "org.acme.SumBenchmark.sum");
    }

    @Test
    void ab_benchmarksInKotlin_withoutAProcessor_areGeneratedAndMeasured() throws Exception {
        StrangersProject project = StrangersProject.copyOf("kotlin", folder.resolve("kotlin"));
        project.edit("src/main/kotlin/org/acme/Sum.kt", "1_000", SLOWER);

        assertRegressed(project, project.goal("ab", "-Dbudget=90s", SHORT), "org.acme.SumBenchmark.add");
    }

    /** From JDK 23 on no processor is run that the build does not name. */
    @Test
    void ab_onAJdkThatRunsNoProcessorUnasked_measuresAllTheSame() throws Exception {
        Path jdk = newestJdk();
        StrangersProject project = StrangersProject.copyOf("single", folder.resolve("newest"));
        project.edit("src/main/java/org/acme/Sum.java", "1_000", SLOWER);

        assertRegressed(project, project.goal(jdk, "ab", "-Dbudget=90s", SHORT), "org.acme.SumBenchmark.sum");
    }

    @Test
    void ab_baseThatDoesNotCompile_saysWhyInOneLine() throws Exception {
        StrangersProject project = StrangersProject.copyOf("single", folder.resolve("broken"));
        project.edit("src/main/java/org/acme/Sum.java", "return sum;", "return nothing;");
        project.commit("broken");
        project.edit("src/main/java/org/acme/Sum.java", "return nothing;", "return sum;");

        Ended ended = project.goal("ab", "-Dbase=main");

        assertThat(ended.status()).isNotZero();
        assertThat(ended.output())
                .contains("the base main (")
                .contains("does not build by mvn test-compile")
                .contains("base-build.log");
    }

    @Test
    void ab_projectWithoutBenchmarks_saysWhereTheyWereLookedFor() throws Exception {
        StrangersProject project = StrangersProject.copyOf("single", folder.resolve("none"));
        Files.delete(project.folder().resolve("src/test/java/org/acme/SumBenchmark.java"));

        Ended ended = project.goal("ab", "-Dbase=main");

        assertThat(ended.status()).isNotZero();
        assertThat(ended.output())
                .contains("expected JMH benchmarks in the tests")
                .contains("org.acme:single");
    }

    @Test
    void check_benchmarksOfTheTests_areComparedWithACommitAndWithTheirOwnBaseline() throws Exception {
        StrangersProject project = StrangersProject.copyOf("single", folder.resolve("checked"));
        String quick = "-Devenkeel.arguments=--profile,smoke,--no-leakcheck,--busy,100%";

        Ended recorded = project.goal("check", "-Drecord=true", "-DfailOn=1,2", quick + ",--force");
        Ended same = project.goal("check", quick);
        project.edit("src/main/java/org/acme/Sum.java", "1_000", SLOWER);
        Ended slower = project.goal("check", "-Dbase=main", "-Dbudget=90s", quick);
        Ended slowerThanRecorded = project.goal("check", "-Dbudget=90s", quick);

        assertThat(recorded.status()).as(recorded.output()).isZero();
        assertThat(same.status()).as(same.output()).isZero();
        assertThat(same.output()).contains("same code");
        assertThat(slower.status()).as(slower.output()).isNotZero();
        assertThat(slower.output()).contains("something got worse").contains("building the base main");
        assertThat(slowerThanRecorded.output()).contains("something got worse");
    }

    /** The plugin stands in the POM, so its prefix is known, and what it is told stands there too. */
    @Test
    void nightly_configuredInThePom_keepsEachNightInTheHistory() throws Exception {
        StrangersProject project = StrangersProject.copyOf("single", folder.resolve("nights"));
        project.edit("pom.xml", "    </pluginManagement>\n", """
                    </pluginManagement>
                    <plugins>
                      <plugin>
                        <groupId>org.evenkeel</groupId>
                        <artifactId>evenkeel-maven-plugin</artifactId>
                        <version>%s</version>
                        <configuration>
                          <benchmark>SumBenchmark.sum</benchmark>
                          <history>${project.basedir}/nights</history>
                          <arguments>
                            <argument>--profile</argument>
                            <argument>smoke</argument>
                            <argument>--no-leakcheck</argument>
                          </arguments>
                        </configuration>
                      </plugin>
                    </plugins>
                """.formatted(ItRepository.VERSION));

        Ended first = project.maven(ItRepository.settings(), "evenkeel:nightly");
        Ended second = project.maven(ItRepository.settings(), "evenkeel:nightly");

        assertThat(first.status()).as(first.output()).isZero();
        assertThat(second.status()).as(second.output()).isZero();
        assertThat(second.output()).contains("SumBenchmark.sum avgt").contains("The history of this machine: 2 nights");
        assertThat(project.folder().resolve("nights")).isNotEmptyDirectory();
        assertThat(project.results("report.html")).hasSize(2);
    }

    @Test
    void profile_benchmarkOfTheTests_showsItsFrames() throws Exception {
        StrangersProject project = StrangersProject.copyOf("single", folder.resolve("profiled"));

        Ended ended = project.goal(
                "profile", "-Dbenchmark=SumBenchmark.sum", "-Devenkeel.arguments=--forks,1,--no-cost,--profile,smoke");

        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("org.acme.SumBenchmark.sum");
        assertThat(project.results("here-cpu.html")).hasSize(1);
    }

    @Test
    void leakcheck_classOfTheTests_failsTheBuildWhereItLeaks() throws Exception {
        StrangersProject project = StrangersProject.copyOf("single", folder.resolve("leak"));

        Ended ended = project.goal("leakcheck", "-Dworkload=org.acme.Leaking", "-Dbudget=30s");

        assertThat(ended.status()).isNotZero();
        assertThat(ended.output()).contains("GROWING").contains("exit status 1").contains("org.acme.Leaking.KEPT");
        assertThat(project.results("leakcheck.html")).hasSize(1);
    }

    @Test
    void compare_twoResultsOfJmh_failsOnARegression() throws Exception {
        StrangersProject project = StrangersProject.copyOf("single", folder.resolve("compare"));
        Path before = json("before.json", 100);
        Path after = json("after.json", 300);

        Ended ended = project.goal("compare", "-Dbefore=" + before, "-Dafter=" + after);

        assertThat(ended.status()).isNotZero();
        assertThat(ended.output()).contains("REGRESSED: 1 regressed").contains("exit status 1");
        assertThat(project.goal("compare", "-Dbefore=" + before).output()).contains("found only one of them");
    }

    private static void assertRegressed(StrangersProject project, Ended ended, String benchmark) throws IOException {
        assertThat(ended.status()).as(ended.output()).isNotZero();
        assertThat(ended.output())
                .containsPattern("REGRESSED: (.*, )?1 regressed")
                .contains("something got worse")
                .contains("exit status 1");
        List<Path> comparisons = project.results("comparison.json");
        assertThat(comparisons).isNotEmpty();
        assertThat(comparisons.get(0)).content().contains("\"" + benchmark + "\"");
        assertThat(project.results("report.html")).hasSameSizeAs(comparisons);
    }

    private Path json(String name, double score) throws IOException {
        return Files.writeString(folder.resolve(name), """
                [{"benchmark": "org.acme.B.b", "mode": "avgt", "threads": 1, "forks": 3, "jmhVersion": "1.37",
                  "primaryMetric": {"score": %1$s, "scoreUnit": "ns/op", "rawData": [[%1$s], [%1$s.5], [%1$s.2]]},
                  "secondaryMetrics": {}}]
                """.formatted((long) score));
    }

    private static Path newestJdk() throws IOException {
        try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                    .filter(home -> home.getFileName().toString().contains("25"))
                    .findFirst()
                    .orElseGet(() -> Assumptions.abort("no JDK 25 on this machine"));
        } catch (IOException e) {
            return Assumptions.abort("no folder of JDKs on this machine");
        }
    }
}
