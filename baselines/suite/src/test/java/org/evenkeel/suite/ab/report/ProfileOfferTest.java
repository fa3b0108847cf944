package org.evenkeel.suite.ab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.suite.plan.AbBenchmark;
import org.junit.jupiter.api.Test;

class ProfileOfferTest {

    private static final String PATHS = "org.evenkeel.jmh.HotPathBenchmark.";
    private static final List<String> SIDES = List.of("--base", "0123456789", "--jvm-arg", "-Dsays=it's here");

    @Test
    void offer_forWhatRegressed_namesPathFormEventsAndSides() {
        ProfileOffer offer = ProfileOffer.of(
                comparison(PATHS + "fiftyThreads", 10, 64),
                List.of(new AbBenchmark(
                        PATHS + "fiftyThreads", new TreeMap<>(Map.of("path", "documents")), "thrpt", 50, "")),
                SIDES);

        assertThat(offer.commands())
                .containsExactly("scripts/profile --path documents --form fiftyThreads --event cpu,lock,wall"
                        + " --base 0123456789 --jvm-arg '-Dsays=it'\\''s here'");
        assertThat(offer.text())
                .contains("\n    scripts/profile --path documents ")
                .endsWith("\n\n");
    }

    @Test
    void offer_forMoreBytes_looksAtAllocation_andPlantsWhatWasPlanted() {
        ProfileOffer offer = ProfileOffer.of(
                comparison(PATHS + "single", 20, 164),
                List.of(benchmark(PATHS + "single", "documents", "spin=1&leak=2")),
                List.of("--base", "x"));

        assertThat(offer.commands())
                .containsExactly(
                        "scripts/profile --path 'documents?spin=1&leak=2' --form single --event alloc --base x");
    }

    @Test
    void offer_forWhatDidNotRegress_isNone() {
        assertThat(ProfileOffer.of(
                                comparison(PATHS + "single", 20, 64),
                                List.of(benchmark(PATHS + "single", "documents", "")),
                                SIDES)
                        .text())
                .isEmpty();
    }

    @Test
    void offer_withTheClassPathsOfABuildTool_isAScriptThatRunsWhereverItLies() {
        List<String> sides = List.of("--base-classpath", "/a/b.jar:".repeat(60), "--classpath", "/c d.jar");
        ProfileOffer offer = ProfileOffer.of(
                comparison(PATHS + "single", 20, 164), List.of(benchmark(PATHS + "single", "documents", "")), sides);

        assertThat(offer.isUnwieldy()).isTrue();
        assertThat(offer.script(List.of("/jdk 17/bin/java", "-cp", "x.jar", "Main")))
                .startsWith(
                        "#!/bin/sh\n'/jdk 17/bin/java' -cp x.jar Main profile --path documents --form single --event alloc ")
                .endsWith(" --classpath '/c d.jar'\n");
        assertThat(ProfileOffer.ofScript("/a b/why.sh").commands()).containsExactly("sh '/a b/why.sh'");
    }

    @Test
    void offer_forABenchmarkThatIsNoHotPath_namesItWithItsParameters() {
        assertThat(ProfileOffer.of(
                                comparison("a.Json.parse", 10, 64),
                                List.of(benchmark("a.Json.parse", "documents", "")),
                                List.of("--base-benchmarks", "old.jar", "--benchmarks", "new.jar"))
                        .commands())
                .containsExactly("scripts/profile --benchmark '^a.Json.parse$' --param path=documents --event cpu,wall"
                        + " --base-benchmarks old.jar --benchmarks new.jar");
    }

    private static AbBenchmark benchmark(String name, String path, String planted) {
        return new AbBenchmark(name, new TreeMap<>(Map.of("path", path)), "thrpt", 1, planted);
    }

    /** From 20 operations and 64 bytes to what is given. */
    private static Comparison comparison(String name, double score, double bytes) {
        return Comparer.compare(
                List.of(session(name, 20, 64).session("base.json")),
                List.of(session(name, score, bytes).session("current.json")),
                List.of(),
                Options.DEFAULT);
    }

    private static JmhText session(String name, double score, double bytes) {
        return new JmhText()
                .add(
                        name,
                        "thrpt",
                        1,
                        Map.of("path", "documents"),
                        "ops/us",
                        Map.of("gc.alloc.rate.norm", new double[] {bytes, bytes, bytes}),
                        score,
                        score * 1.005,
                        score * 0.995);
    }
}
