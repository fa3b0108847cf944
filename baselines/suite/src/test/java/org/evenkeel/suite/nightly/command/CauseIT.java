package org.evenkeel.suite.nightly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.suite.Jars;
import org.evenkeel.suite.Jars.Ended;
import org.evenkeel.suite.SumRepository;
import org.evenkeel.suite.plan.Measure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a leak, an alarm or two commits to the commit, the frame and the line, in a repository with a history. */
@Tag("long")
@Tag("commands")
class CauseIT {

    @TempDir
    Path folder;

    @Test
    void bisect_forALeak_findsTheCommitSinceWhichItGrows() throws Exception {
        SumRepository repository = new SumRepository(folder);
        repository.commit("The beginning", 200, false);
        repository.commit("A comment", 200, false);
        repository.commit("Keeps every sum", 200, true);
        repository.commit("Another comment", 200, true);

        Ended bisect = evenkeel(
                "bisect --leak --good " + repository.commits().get(0) + " --path sum --built built.jar --out found");

        assertThat(bisect.status()).as(bisect.toString()).isEqualTo(1);
        assertThat(bisect.out())
                .startsWith("sum: grows. ")
                .contains(" A. Engineer: Keeps every sum\n")
                .contains("Checked for leaks: ");

        Ended before = evenkeel(
                "bisect --leak --good " + repository.commits().get(2) + " --path sum --built built.jar --out before");

        assertThat(before.status()).as(before.toString()).isZero();
        assertThat(before.out()).contains("is the same code as");
    }

    @Test
    void why_ofTwoCommits_namesTheLineOfTheDiff() throws Exception {
        SumRepository repository = new SumRepository(folder);
        repository.commit("The beginning", 2_000, false);
        repository.commit("Sums more numbers", 6_000, false);

        Ended why = evenkeel(
                "why " + repository.commits().get(0) + " "
                        + repository.commits().get(1)
                        + " --path sum --form single --built built.jar --profile smoke --forks 2 --budget 90s --busy 100% --out found");

        assertThat(why.status()).as(why.toString()).isEqualTo(1);
        assertThat(why.out())
                .contains(" A. Engineer: Sums more numbers\n")
                .containsPattern(
                        "sum, single: time per operation \\+[0-9.]+ ?% .*: SumPath.sum \\+[0-9.]+ [nu]s/op, changed in this"
                                + " diff, SumPath.java line \\d+");
        assertThat(folder.resolve("found/why.html")).content().contains("changed in this diff");
    }

    @Test
    void nightly_withAnAlarm_saysTheCommitAndTheFrame() throws Exception {
        SumRepository repository = new SumRepository(folder);
        repository.commit("The beginning", 2_000, false);
        repository.commit("A comment", 2_000, false);
        repository.commit("Sums more numbers", 6_000, false);
        NightFolder night = new NightFolder(folder, "sum");
        night.before("sum", 20, 2, repository.commits().get(0));
        night.before("sum", 1, 6, repository.commits().get(2));
        night.measured("sum", Measure.LATENCY, 6);
        night.measured("sum", Measure.THROUGHPUT, 6);

        List<String> arguments = new ArrayList<>(
                List.of(night.arguments("--bisect", "4m", "--classpath", "built.jar", "--built", "built.jar")));
        arguments.addAll(List.of("--build", "sh build.sh", "--benchmarks", Jars.BENCHMARKS.toString()));
        assertThat(new ProcessBuilder("sh", "build.sh")
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
        Ended ended = Jars.run(folder, Jars.BASELINES, arguments.toArray(String[]::new));

        assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.out())
                .contains("; it came with ")
                .contains(" A. Engineer: Sums more numbers: sum, single: time per operation +")
                .contains("SumPath.sum +")
                .contains("changed in this diff, SumPath.java line ");
        assertThat(folder.resolve("night/report.html"))
                .content()
                .contains("Sums more numbers")
                .contains("difference-cpu.html");
    }

    private Ended evenkeel(String arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
        all.addAll(List.of("--build", "sh build.sh", "--benchmarks", Jars.BENCHMARKS.toString()));
        return Jars.run(folder, Jars.BASELINES, all.toArray(String[]::new));
    }
}
